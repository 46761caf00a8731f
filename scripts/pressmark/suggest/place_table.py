"""Place names written by hand: short forms, other names, places that GeoNames lacks, and ambiguous names."""

from __future__ import annotations

# Case matters here ("US", "us"): the words as they are written, and the GeoNames name of what they mean.
ABBREVIATIONS = {
    **dict.fromkeys(("U.S.", "US", "USA", "U.S.A.", "U.S"), "united states"),
    **dict.fromkeys(("UK", "U.K.", "U.K"), "united kingdom"),
    **dict.fromkeys(("UAE", "U.A.E."), "united arab emirates"),
    **dict.fromkeys(("D.C.", "DC"), "district of columbia"),
    "USSR": "soviet union",
    "DRC": "democratic republic of the congo",
    "PRC": "china",
    "NYC": "new york",
    "L.A.": "los angeles",
    "N.Y.": "new york state",
    "B.C.": "british columbia",
}

# Short forms of the states of the USA, read as such after a comma ("Boise, Idaho", "Macon, Ga.").
STATE_SHORT = dict(
    pair.split("=")
    for pair in (
        "Ala=AL Ariz=AZ Ark=AR Calif=CA Colo=CO Conn=CT Del=DE Fla=FL Ga=GA Ill=IL Ind=IN Kan=KS Ky=KY La=LA Md=MD "
        "Mass=MA Mich=MI Minn=MN Miss=MS Mo=MO Mont=MT Neb=NE Nev=NV N.H.=NH N.J.=NJ N.M.=NM N.Y.=NY N.C.=NC N.D.=ND "
        "Okla=OK Ore=OR Pa=PA R.I.=RI S.C.=SC S.D.=SD Tenn=TN Tex=TX Vt=VT Va=VA Wash=WA W.Va.=WV Wis=WI Wyo=WY"
    ).split()
)

# Other names, with the key of the entry they stand for.
ALIASES = """
america=united states; united states of america=united states; britain=united kingdom; great britain=united kingdom
netherlands=the netherlands; holland=the netherlands; burma=myanmar; czech republic=czechia; turkiye=turkey
cote d ivoire=ivory coast; swaziland=eswatini; macedonia=north macedonia; east timor=timor leste; cape verde=cabo verde
macau=macao; emirates=united arab emirates; dr congo=democratic republic of the congo
republic of ireland=ireland; people s republic of china=china; republic of korea=south korea; russian federation=russia
democratic people s republic of korea=north korea; islamic republic of iran=iran; bosnia=bosnia and herzegovina
state of palestine=palestinian territory; palestine=palestinian territory; falklands=falkland islands
palestinian territories=palestinian territory; new york=new york city; kiev=kyiv; odessa=odesa; kharkov=kharkiv
lvov=lviv; peking=beijing; bombay=mumbai; calcutta=kolkata; madras=chennai; bangalore=bengaluru; rangoon=yangon
saigon=ho chi minh city; leningrad=saint petersburg; basra=basrah; mecca=makkah; medina=madinah; ghent=gent
seville=sevilla; tel aviv yafo=tel aviv; washington dc=washington; washington d c=washington; rio=rio de janeiro
cologne=koln; frankfurt=frankfurt am main; quebec city=quebec
alma ata=almaty; lugansk=luhansk; dnepropetrovsk=dnipro; hull=kingston upon hull; marrakech=marrakesh
newcastle=newcastle upon tyne; stoke=stoke on trent; goteborg=gothenburg
"""

# Regions, waters and former states that GeoNames cities and countries lack. One line: country code or "-", kind, names.
TABLE = """
GB|country|England; Scotland; Wales; Northern Ireland
-|country|Soviet Union; Yugoslavia; Czechoslovakia; East Germany; West Germany; Korea; Congo
-|region|Middle East; Near East; Far East; Southeast Asia; South Asia; East Asia; Central Asia; Southeast Europe
-|region|Eurasia; Western Europe; Eastern Europe; Central Europe; Northern Europe; Southern Europe; Scandinavia
-|region|Balkans; Caucasus; Baltics; Benelux; Iberia; Iberian Peninsula; Balkan Peninsula; Crimean Peninsula
-|region|Korean Peninsula; Asia Minor; Latin America; Central America; Americas; South Caucasus; North Caucasus; Levant
-|region|Maghreb; Sahel; Sahara; Gulf; North Africa; West Africa; East Africa; Central Africa; Southern Africa
-|region|Horn of Africa; Sub-Saharan Africa; Patagonia; Amazonia; Andes; Alps; Himalayas; Himalaya; Pyrenees
-|region|Carpathians; Urals; Rockies; Kurdistan; Kashmir; Arctic; Antarctic; North Pole; South Pole; Indochina
-|region|Indo-Pacific; Asia-Pacific; Polynesia; Melanesia; Caribbean; West Indies; Darfur; Lapland; Mesopotamia
-|region|Arabian Peninsula; Sinai Peninsula; Bengal; Borneo
-|water|Pacific; Atlantic; Pacific Ocean; Atlantic Ocean; Indian Ocean; Arctic Ocean; Southern Ocean; Mediterranean
-|water|Mediterranean Sea; Black Sea; Baltic Sea; Baltic; North Sea; Red Sea; Caspian Sea; Aegean; Adriatic; Dead Sea
-|water|Persian Gulf; Bosphorus; Bosporus; Dardanelles; English Channel; Suez Canal; Panama Canal; Gulf of Mexico
-|water|South China Sea; East China Sea; Sea of Japan; Sea of Azov; Great Lakes; Danube; Rhine; Nile; Congo River
-|water|Mekong; Ganges; Indus; Euphrates; Tigris; Amazon River; Niger River; Dnieper; Dnipro River; Volga; Elbe; Oder
-|water|Mississippi River; Rio Grande; Potomac; Hudson River; Thames; Yangtze; Seine; Loire; Amur; Orinoco; Zambezi
RU|region|Siberia; Chechnya; Dagestan; Tatarstan; Ingushetia; Bashkortostan; Kamchatka; Sakhalin; Chukotka; Yakutia
RU|region|North Ossetia; Karelia; Kuril Islands; Buryatia; Tuva; Primorye; Bashkiria; Kalmykia
UA|region|Crimea; Donbas; Donbass; Transcarpathia; Galicia; Volhynia
GE|region|Abkhazia; South Ossetia; Adjara
MD|region|Transnistria; Gagauzia
AZ|region|Nagorno-Karabakh; Karabakh; Nakhchivan
PS|region|Gaza Strip; West Bank; East Jerusalem
IL|region|Golan Heights; Galilee; Negev
EG|region|Sinai; Nile Delta; Upper Egypt
SY|region|Idlib; Rojava
IQ|region|Iraqi Kurdistan; Anbar; Nineveh
YE|region|Hadramaut; Hadhramaut; Socotra
IR|region|Khuzestan; Kharg Island
AF|region|Helmand; Nangarhar; Panjshir; Panjshir Valley; Hindu Kush
PK|region|Balochistan; Sindh; Khyber Pakhtunkhwa; Waziristan; North Waziristan; South Waziristan; Swat Valley
PK|region|Gilgit-Baltistan; Azad Kashmir
IN|state|Kerala; Tamil Nadu; Karnataka; Andhra Pradesh; Telangana; Maharashtra; Gujarat; Rajasthan; Uttar Pradesh
IN|state|Bihar; Madhya Pradesh; West Bengal; Odisha; Assam; Manipur; Jharkhand; Chhattisgarh; Haryana; Himachal Pradesh
IN|state|Goa; Uttarakhand; Arunachal Pradesh; Nagaland; Mizoram; Meghalaya; Tripura; Sikkim; Punjab; Ladakh
IN|state|Jammu and Kashmir
CN|state|Xinjiang; Tibet; Inner Mongolia; Guangdong; Sichuan; Yunnan; Zhejiang; Jiangsu; Hunan; Hubei; Henan; Hebei
CN|state|Fujian; Shandong; Shanxi; Shaanxi; Gansu; Guizhou; Guangxi; Ningxia; Qinghai; Heilongjiang; Liaoning; Hainan
CN|state|Anhui; Jiangxi; Manchuria
TW|region|Kinmen; Penghu
JP|region|Hokkaido; Honshu; Kyushu; Shikoku; Okinawa
ID|region|Java; Sumatra; Bali; Sulawesi; Aceh; Papua; Kalimantan; West Papua; East Java; West Java; Central Java
MY|state|Sabah; Sarawak; Johor; Penang; Selangor
PH|region|Luzon; Mindanao; Visayas; Palawan; Cebu
MM|state|Rakhine; Shan State; Kachin; Rakhine State
AU|state|New South Wales; Queensland; Tasmania; Western Australia; South Australia; Northern Territory
NZ|region|North Island; South Island; Waikato; Otago
CA|state|Ontario; Quebec; British Columbia; Alberta; Manitoba; Saskatchewan; Nova Scotia; New Brunswick; Newfoundland
CA|state|Prince Edward Island; Yukon; Nunavut; Northwest Territories; Labrador; Vancouver Island
CA|state|Newfoundland and Labrador
US|region|New England; Midwest; Silicon Valley; Appalachia; Long Island; Cape Cod; Bay Area; Deep South; Rust Belt
US|region|Grand Canyon; Gulf Coast; Pacific Northwest; Great Plains; Alcatraz; Puget Sound
US|region|Central Valley
US|state|District of Columbia; Washington State; Washington DC; New York State; Maui; Oahu
MX|state|Chiapas; Oaxaca; Sinaloa; Sonora; Yucatan; Jalisco; Michoacan; Tabasco; Quintana Roo; Nuevo Leon; Tamaulipas
MX|state|Baja California; Guanajuato; Coahuila
BR|state|Bahia; Minas Gerais; Rio Grande do Sul; Parana; Ceara; Pernambuco; Mato Grosso; Roraima; Rondonia; Amazonas
AR|region|Tierra del Fuego
CD|region|North Kivu; South Kivu; Ituri; Katanga; Kivu; Kasai
ET|region|Tigray; Amhara; Oromia; Ogaden
SO|region|Puntland; Somaliland; Jubaland
SD|region|Kordofan; South Kordofan; North Darfur; West Darfur
NG|state|Borno; Zamfara; Niger Delta; Biafra; Kaduna State; Plateau State
ZA|state|Gauteng; KwaZulu-Natal; Western Cape; Eastern Cape; Limpopo; Northern Cape; Mpumalanga
MZ|region|Cabo Delgado
ML|region|Azawad
TZ|region|Zanzibar; Serengeti
DE|state|Bavaria; Saxony; Thuringia; Brandenburg; Hesse; Lower Saxony; Saxony-Anhalt; Baden-Württemberg; Saarland; Ruhr
DE|state|North Rhine-Westphalia; Rhineland-Palatinate; Schleswig-Holstein; Mecklenburg-Western Pomerania; Rhineland
FR|region|Brittany; Normandy; Provence; Alsace; Burgundy; Corsica; Aquitaine; Lorraine; French Riviera; Côte d'Azur
IT|region|Lombardy; Tuscany; Sicily; Sardinia; Veneto; Piedmont; Calabria; Umbria; Apulia; Campania; Liguria; Lampedusa
ES|region|Catalonia; Andalusia; Galicia; Basque Country; Canary Islands; Mallorca; Majorca; Ibiza; Tenerife; Aragon
PT|region|Azores; Madeira; Algarve
GR|region|Crete; Lesbos; Peloponnese; Thessaly; Corfu; Rhodes
TR|region|Anatolia; Cappadocia; Thrace
CY|region|Northern Cyprus
BE|region|Flanders; Wallonia
AT|region|Tyrol; Carinthia; Styria
RO|region|Transylvania; Moldavia; Wallachia
RS|region|Vojvodina
BA|region|Republika Srpska; Herzegovina
PL|region|Silesia; Pomerania
CZ|region|Bohemia; Moravia
NO|region|Svalbard; Lofoten
IE|region|Ulster; Connacht; Munster; Leinster
GB|region|British Isles; Cornwall; Devon; Yorkshire; Lancashire; Cumbria; Northumberland; Merseyside; Essex; Kent
GB|region|Sussex; Surrey; Hampshire; Dorset; Somerset; Wiltshire; Gloucestershire; Oxfordshire; Cambridgeshire; Norfolk
GB|region|Suffolk; Lincolnshire; Nottinghamshire; Derbyshire; Staffordshire; Cheshire; Shropshire; Worcestershire
GB|region|Warwickshire; Leicestershire; Northamptonshire; Bedfordshire; Hertfordshire; Buckinghamshire; Berkshire
GB|region|Channel Islands; East Sussex; West Sussex; North Yorkshire; South Yorkshire; West Yorkshire; County Durham
GB|region|Isle of Wight; Hebrides; West Midlands; East Midlands; Greater Manchester; East Anglia; Lake District; Orkney
GB|region|Shetland; Home Counties; Scottish Highlands; Tyne and Wear; Anglesey; Pembrokeshire; Aberdeenshire; Fife
GB|region|Heathrow; Gatwick
"""

# Places whose names are also common words, given names or family names: context must speak for them.
AMBIGUOUS = frozenset(
    """
    aguilar ajax alba alexandria ali allen along alton an anand angelina arab aragon arlington armenia ashley asuncion
    atlas aurora austin bali ban bar barnsley barry bat bath batman battle bay beaumont bedford bello bend berkeley
    bernard bishop bo bolivar boulder bowie bradford brent brooklyn buffalo burgundy burke burlington burton bury
    butler cali cameron capital cardenas carey carlsbad carolina carson carter cary castro centennial central chad
    chandler charlotte chelsea cheshire chico chinatown clarence clay cleveland clinton clovis college cologne colon
    columbus commerce concepcion concord congo corby cordoba cork cornwall corona crosby cruz dakota dallas davie deal
    delta derby devon diana ding dorset douglas dudley eagle eden elizabeth energy enterprise essen essex eugene
    everett federal fife florence ford formosa franca franco freedom fremont galicia gao garland gary garza george
    georgia gilbert golden graham granada grant grays guerrero guinea gulf hamilton harrison harrow harvey hassan
    hastings hayward heath henderson hidalgo hilal hilton hit ho hollywood hope houston howard hub hudson hull
    independence indiana industry irvine irving jackson java jersey jin jordan julia junction justice kennedy kent kim
    king kingston kit kobe lafayette lancaster lara laredo latina latur lawrence lee lens leo leon li liberty lima
    lincoln logan lopez lorraine lowell lu madison male man mango march marino marion marshall martin martina mary mau
    may meads media medina mercedes merida merlo mesa metro milton mirza mission mitchell mobile montana montgomery
    moon morelos moreno morgan morris moshi most much murray nada nancy nasir natal neath nelson newton nice norfolk
    norman nova of opportunity orange pacific page paradise park parker pearl perm perry phoenix pierce pierre pinto
    poole pop post preston price prince progress providence queens ramos reading regina republic reyes rhodes
    richardson ripley rivera rochester roman rosario rosetta ross roy rugby saga sale salem salman same sandy santiago
    santos sar savannah singa sofia soledad somerset spencer split springs stafford stanley star sterling stone
    stratford street success sucre sultan sun sunshine superior sur surprise surrey sutton sydney tal taylor tempe
    temple thomas togo toledo torres tours trinidad troy turkey tyler una union unity valencia van vaughan viana
    victoria virginia vista warren warwick wayne weed wellington wheeling whitby windsor worthing wu xi yan yi young
    """.split()
)
