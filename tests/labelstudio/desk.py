"""Somebody who annotates in the browser: logs in through the form, and marks words with mouse and keyboard."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import ElementHandle, Locator, Page

from pressmark.model import Article

BOX = """shown => {
  const boxes = [...document.querySelectorAll("div")].filter(each => each.textContent === shown);
  if (!boxes.length) throw new Error("the page does not show exactly " + JSON.stringify(shown));
  return boxes.pop();
}"""
"""The box that shows a text. Newlines are no characters in it, but breaks."""

PLACE = """(box, [start, end]) => {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let at = 0; walker.nextNode(); at += walker.currentNode.length) {
    const inside = offset => offset >= at && offset <= at + walker.currentNode.length;
    if (inside(start)) range.setStart(walker.currentNode, start - at);  // the last node that has it is right of it
    if (inside(end) && end > at) range.setEnd(walker.currentNode, end - at);
  }
  range.startContainer.parentElement.scrollIntoViewIfNeeded();
  const all = [...range.getClientRects()].filter(each => each.width);
  return [all[0], all[all.length - 1]].map(({left, right, top, height}) => ({left, right, top, height}));
}"""
"""Where a span of a box's text stands on the screen: its first and its last rectangle."""

LOOK = """box => {
  const numbers = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
  const over = (below, top) => [0, 1, 2].map(i => top[i] * (top[3] ?? 1) + below[i] * (1 - (top[3] ?? 1)));
  const light = colour => [0.2126, 0.7152, 0.0722].reduce((sum, share, i) => {
    const part = colour[i] / 255;
    return sum + share * (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0.05);
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), found = {contrast: 99, cut: 0, size: 99};
  while (walker.nextNode()) {
    const range = document.createRange(), around = [];
    range.selectNodeContents(walker.currentNode);
    for (let each = walker.currentNode.parentElement; each; each = each.parentElement) around.push(each);
    const styles = around.map(each => getComputedStyle(each));
    const behind = styles.map(each => numbers(each.backgroundColor)).reverse().reduce(over, [255, 255, 255]);
    const opacity = styles.reduce((product, each) => product * Number(each.opacity), 1);
    const words = over(behind, [...numbers(styles[0].color).slice(0, 3), opacity]);
    const [low, high] = [light(words), light(behind)].sort((a, b) => a - b);
    found.contrast = Math.min(found.contrast, high / low);
    found.size = Math.min(found.size, parseFloat(styles[0].fontSize));
    for (const {left, right, width, height} of range.getClientRects())
      found.cut += around.some((each, i) => {
        const edge = each.getBoundingClientRect(), clips = styles[i].overflowX !== "visible" && width && height;
        return clips && (left < edge.left - 1 || right > edge.right + 1);
      });
  }
  return {...found, words: box.innerText};
}"""
"""How a box's text looks: its least contrast (WCAG 2.1), how many lines are cut off, its smallest size, its words."""


class Desk:
    """A browser's page, and how many keys and clicks were needed on it. A drag over words counts as one."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url, self.actions = page, url, 0

    def log_in(self, email: str, password: str) -> None:
        self.page.goto(f"{self.url}/user/login/")
        self.page.fill("input[name=email]", email)
        self.page.fill("input[name=password]", password)
        self.page.press("input[name=password]", "Enter")
        self.page.wait_for_url(f"{self.url}/")

    def open(self, project: int) -> None:
        """Open the stream of sentences of a project, and put the instructions away."""
        self.page.goto(f"{self.url}/projects/{project}/data?labeling=1")
        self.page.get_by_text("Labeling Instructions").wait_for()
        self.page.keyboard.press("Escape")
        self.page.get_by_text("Labeling Instructions").wait_for(state="detached")

    def see(self, article: Article, index: int) -> None:
        """Wait until the page shows a sentence of an article."""
        place = re.compile(rf"· {index + 1} of {len(article.sentences)} ·")
        self.page.get_by_text(place).wait_for()
        self.shown = article.sentence_text(article.sentences[index])

    def see_the_end(self) -> None:
        """Wait until no sentence is left."""
        self.page.get_by_text("All tasks in the queue").or_(self.page.get_by_text("No more")).first.wait_for()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1

    def click(self, target: Locator) -> None:
        target.click()
        self.actions += 1

    def pick(self, words: str, within: str | None = None) -> None:
        """Click on words that are marked, in the sentence or in another text on the page."""
        first, _ = self._place(words, self.shown if within is None else within)
        self.page.mouse.click(first["left"] + 3, first["top"] + first["height"] / 2)
        self.actions += 1

    def drag(self, words: str, within: str | None = None) -> None:
        """Drag the mouse over words of the sentence, or of another text on the page."""
        first, last = self._place(words, self.shown if within is None else within)
        self.page.mouse.move(first["left"] + 0.3, first["top"] + first["height"] / 2)
        self.page.mouse.down()
        self.page.mouse.move(last["right"] - 0.3, last["top"] + last["height"] / 2, steps=4)
        self.page.mouse.up()
        self.actions += 1

    def shorten(self, words: str, to: str) -> None:
        """Drag the end of marked words back, by the handle that a selected span has."""
        self.pick(words)
        (_, last), (_, end) = self._place(words, self.shown), self._place(to, self.shown)
        self.page.mouse.move(last["right"], last["top"] + last["height"] / 2)
        self.page.mouse.down()
        self.page.mouse.move(last["right"] - 4, last["top"] + last["height"] / 2)
        self.page.mouse.move(end["right"] + 0.3, end["top"] + end["height"] / 2, steps=4)
        self.page.mouse.up()
        self.actions += 1

    def double_click(self, word: str) -> None:
        """Double-click on a word of the sentence."""
        first, _ = self._place(word, self.shown)
        self.page.mouse.dblclick((first["left"] + first["right"]) / 2, first["top"] + first["height"] / 2)
        self.actions += 1

    def look(self, text: str) -> dict[str, Any]:
        """Say how a text on the page looks: see ``LOOK``."""
        seen: dict[str, Any] = self._box(text).evaluate(LOOK)
        return seen

    def _place(self, words: str, text: str) -> list[dict[str, float]]:
        start = text.index(words)
        ends = [len(text[:end].replace("\n", "").encode("utf-16-le")) // 2 for end in (start, start + len(words))]
        places: list[dict[str, float]] = self._box(text).evaluate(PLACE, ends)
        return places

    def _box(self, text: str) -> ElementHandle:
        box = self.page.evaluate_handle(BOX, text.replace("\n", "")).as_element()
        assert box is not None
        return box
