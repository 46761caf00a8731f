"use strict";
(() => {
  const all = (query) => [...document.querySelectorAll(query)];
  const article = document.querySelector("article");
  const tip = document.getElementById("tip");
  const wires = document.getElementById("wires");
  const rows = new Map(all("#marks tbody tr").map((row) => [row.dataset.m, row]));
  const marks = all("mark");
  const pieces = new Map();
  for (const mark of marks) {
    for (const m of mark.dataset.m.split(" ")) pieces.set(m, [...(pieces.get(m) ?? []), mark]);
  }
  let current = null;
  let leaving = 0;

  const shown = (m) => document.getElementById("show-" + rows.get(m).dataset.label).checked;
  const split = (text) => (text ? text.split(" ") : []);
  const make = (name, className, text = "") => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };

  const describe = (m) => {
    const [, label, text, facts] = rows.get(m).cells;
    const section = document.createElement("section");
    const words = text.textContent.replace(/\s+/g, " ");
    const quote = make("p", "quote", words.length > 120 ? words.slice(0, 80).replace(/\s\S*$/, "") + " … " + words.slice(-30).replace(/^\S*\s/, "") : words);
    quote.dir = "auto";
    const head = document.createElement("p");
    head.append(label.firstElementChild.cloneNode(true));
    section.append(head, quote, facts.firstElementChild.cloneNode(true));
    return section;
  };

  const place = (mark, y) => {
    const rects = [...mark.getClientRects()];
    const rect = rects.find((r) => y >= r.top - 4 && y <= r.bottom + 4) ?? rects[0];
    const { offsetWidth: width, offsetHeight: height } = tip;
    const edge = document.documentElement.clientWidth - width - 8;
    const margin = article.getBoundingClientRect().right + 20;
    const beside = margin <= edge; // there is a margin: leave the text readable
    const below = rect.bottom + 14;
    const above = rect.top - height - 14;
    const left = beside ? margin : Math.max(8, Math.min(rect.left, edge));
    const top = beside ? Math.max(8, Math.min(rect.top - 6, innerHeight - height - 8)) : below + height > innerHeight && above > 0 ? above : below;
    tip.style.left = left + scrollX + "px";
    tip.style.top = top + scrollY + "px";
  };

  const line = (className, d) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", className);
    path.setAttribute("d", d);
    wires.append(path);
  };

  const edges = ({ left, right, bottom }) => ({ left, right, bottom });
  const wire = (from, to, type) => {
    const box = article.getBoundingClientRect();
    const a = pieces.get(from)[0].getClientRects()[0];
    const first = pieces.get(to)[0].getClientRects()[0];
    const last = pieces.get(to).flatMap((mark) => [...mark.getClientRects()]).reduce((end, rect) =>
      Math.abs(rect.bottom - end.bottom) < 9 ? { ...edges(end), left: Math.min(end.left, rect.left), right: Math.max(end.right, rect.right) } : rect);
    const upwards = a.top > last.bottom - 4; // the target ends above: meet its end, not its beginning
    const x1 = a.left - box.left + a.width / 2, y1 = a.top - box.top + 3;
    const x2 = upwards ? Math.min(Math.max(x1, last.left - box.left + 12), last.right - box.left - 12) : first.left - box.left + Math.min(first.width / 2, 26);
    const y2 = upwards ? last.bottom - box.top + 1 : first.top - box.top + 1;
    const way = upwards ? 1 : -1;
    const rise = Math.max(16, Math.min(34, Math.abs(x2 - x1) / 4));
    const curve = `M${x1} ${y1}C${x1} ${y1 - (upwards ? 8 : rise)} ${x2} ${y2 + way * (upwards ? 12 : rise)} ${x2} ${y2 + way * 5}`;
    line("halo", curve);
    line(type, curve);
    line("head " + type, `M${x2 - 4} ${y2 + way * 7}L${x2 + 4} ${y2 + way * 7}L${x2} ${y2}Z`);
  };

  const light = (group) => {
    for (const m of group) {
      for (const mark of pieces.get(m) ?? []) mark.classList.add("lit", "lit-" + rows.get(m).dataset.label);
    }
    for (const m of group) {
      for (const each of split(rows.get(m).dataset.links)) {
        const [target, type] = each.split(":");
        if (group.has(target) && pieces.has(m) && pieces.has(target)) wire(m, target, type);
      }
    }
  };

  const hide = () => {
    clearTimeout(leaving);
    if (!current) return;
    current.removeAttribute("aria-describedby");
    current = null;
    tip.hidden = true;
    tip.replaceChildren();
    wires.replaceChildren();
    for (const mark of all("mark.lit")) mark.className = "";
  };

  const show = (mark, y) => {
    clearTimeout(leaving);
    if (mark === current) return;
    hide();
    const here = mark.dataset.m.split(" ").filter(shown);
    if (!here.length) return;
    current = mark;
    tip.append(...here.map(describe));
    tip.hidden = false;
    mark.setAttribute("aria-describedby", "tip");
    place(mark, y);
    const linked = here.find((m) => rows.get(m).dataset.kin) ?? here[0];
    light(new Set([linked, ...split(rows.get(linked).dataset.kin)].filter(shown)));
  };

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 140);
  };
  const held = () => current && current === document.activeElement; // focus outweighs pointing
  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("mark");
    if (held()) return;
    if (mark) show(mark, event.clientY);
    else if (event.target.closest("#tip")) clearTimeout(leaving);
    else leave();
  });
  document.documentElement.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && !held() && leave());
  article.addEventListener("focusin", (event) => event.target.matches("mark") && show(event.target));
  article.addEventListener("focusout", hide);
  document.addEventListener("pointerdown", (event) => event.target.closest("mark, #tip") || hide());
  addEventListener("resize", () => {
    const mark = current;
    hide();
    if (mark) show(mark);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = marks.indexOf(document.activeElement);
    if (!step || here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    for (let i = here + step; i >= 0 && i < marks.length; i += step) {
      if (marks[i].tabIndex === 0) return event.preventDefault(), marks[i].focus();
    }
  });

  document.querySelector(".legend").addEventListener("change", () => {
    hide();
    for (const mark of marks) {
      const begin = mark.dataset.m.split(" ").some((m) => pieces.get(m)[0] === mark && shown(m));
      mark.tabIndex = begin ? 0 : -1;
    }
  });
})();
