"""Place names written by hand, from which the gazetteer is built beside GeoNames: what that lacks, and other names."""

from __future__ import annotations

# Waters, mountains, islands, and regions across borders or without an administration. A line: country code or "-",
# kind, and the places as "name=other name@latitude,longitude", coordinates in degrees, of about the middle.
TABLE = """
-|country|Soviet Union=USSR@55.8,37.6; Yugoslavia@44,20; Czechoslovakia@49.5,16.5; East Germany=GDR@52.5,13.4
-|country|West Germany@50.7,7.1; Korea@38,127.5; Congo@-2,23
-|region|Middle East=Mideast@29,41; Near East@33,40; Far East@40,120; Southeast Asia=South-East Asia@10,107
-|region|South Asia@22,78; East Asia@36,115; Central Asia@43,65; West Asia=Western Asia@32,45; North Asia@62,100
-|region|Southeast Europe=Southeastern Europe@43,21; Western Europe@48,3; Eastern Europe@50,28; Central Europe@49,15
-|region|Northern Europe@61,15; Southern Europe@41,14; Eurasia@54,70; Scandinavia@62,15; Balkans@43,21
-|region|Balkan Peninsula@42,22; Caucasus@42.5,44; South Caucasus@41,45; North Caucasus@43.3,44.5; Baltics@57,25
-|region|Baltic States@57,25; Benelux@51,5; Low Countries@51.5,5; Iberia=Iberian Peninsula@40,-4; Asia Minor@39,33
-|region|Crimean Peninsula@45.2,34.2; Korean Peninsula@38,127.5; Arabian Peninsula=Arabia@23,47; Levant@34,37
-|region|Latin America@-10,-65; Central America@13,-85; Americas@20,-90; Caribbean=West Indies@18,-72
-|region|Mesoamerica@16,-92; Patagonia@-45,-70; Amazonia=Amazon Basin=Amazon Rainforest@-4,-63; Andes@-20,-68
-|region|Gran Chaco@-22,-61; Antilles@18,-72; Lesser Antilles@15,-61; Yucatan Peninsula@19.5,-89; Maghreb@32,3
-|region|Sahel@15,5; Sahara=Sahara Desert@23,8; Horn of Africa@7,46; Sub-Saharan Africa@0,20
-|region|North Africa=Northern Africa@28,15; West Africa=Western Africa@12,-3; East Africa=Eastern Africa@0,37
-|region|Central Africa@3,19; Southern Africa@-22,25; Great Rift Valley=Rift Valley@0,36
-|region|Kalahari=Kalahari Desert@-23,22; Gulf States@25,50; Kurdistan@37,43; Kashmir@34.3,75.5; Mesopotamia@33,44
-|region|Himalayas=Himalaya@28.5,84; Karakoram@36,76; Hindu Kush@35.5,71; Tian Shan@42,80; Pamirs@38.5,73
-|region|Gobi=Gobi Desert@43,104; Indochina@15,105; Mekong Delta@10,105.8; Golden Triangle@20.4,100.1
-|region|Malay Peninsula@5,102; Alps@46.5,9.5; Pyrenees@42.6,1; Carpathians=Carpathian Mountains@47,25.5
-|region|Urals=Ural Mountains@60,59.5; Rocky Mountains=Rockies@43,-110
-|region|Appalachian Mountains=Appalachians=Appalachia@38,-80; Lapland@68,26; Arctic=Arctic Circle@75,0
-|region|Antarctic@-80,0; North Pole@90,0; South Pole@-90,0; Ross Ice Shelf@-81.5,-175; Indo-Pacific@0,110
-|region|Asia-Pacific@10,120; Polynesia@-15,-150; Melanesia@-10,155; Borneo@0,114; New Guinea@-5,141
-|region|Spratly Islands=Spratlys@9,112; Paracel Islands@16.5,112; Timor@-9,125; Senkaku Islands@25.75,123.5
-|region|British Isles@54,-4; Mount Everest=Everest@27.99,86.93; Mont Blanc@45.83,6.87; Western Balkans@43,20
-|region|Hispaniola@19,-71
-|water|Pacific Ocean=Pacific=South Pacific=North Pacific@0,-160
-|water|Atlantic Ocean=Atlantic=North Atlantic=South Atlantic@20,-35; Indian Ocean@-15,75; Arctic Ocean@85,0
-|water|Southern Ocean=Antarctic Ocean@-65,0; Mediterranean Sea=Mediterranean@35.5,18; Black Sea@43,35
-|water|Baltic Sea=Baltic@58,20; North Sea@56,3; Red Sea@20,38; Caspian Sea=Caspian@41.5,51; Aegean Sea=Aegean@38.5,25
-|water|Adriatic Sea=Adriatic@43,15; Ionian Sea@38,19; Tyrrhenian Sea@40,12; Dead Sea@31.5,35.5
-|water|Sea of Azov=Azov Sea@46,36.5; Sea of Marmara@40.7,28.2; Sea of Galilee@32.8,35.6; Aral Sea@45,60
-|water|White Sea@65.5,37; Barents Sea@75,40; Norwegian Sea@68,3; Greenland Sea@77,-3; Bering Sea@58,-178
-|water|Sea of Okhotsk@54,149; South China Sea@13,114; East China Sea@29,125; Yellow Sea@35,123; Sea of Japan@40,135
-|water|Philippine Sea@20,133; Java Sea@-5,111; Coral Sea@-18,155; Tasman Sea@-40,160; Arafura Sea@-9,135
-|water|Timor Sea@-11,127; Celebes Sea@3,122; Arabian Sea@14,65; Andaman Sea@10,96; Caribbean Sea@15,-75
-|water|Irish Sea@53.5,-5; Celtic Sea@50.5,-7; Sargasso Sea@28,-66; Persian Gulf=Arabian Gulf@27,51
-|water|Gulf of Aden@12,48; Gulf of Oman@25,58; Gulf of Mexico@25,-90; Gulf of Thailand@10,102; Gulf of Guinea@1,4
-|water|Gulf of Finland@59.8,26; Gulf of Bothnia@63,20; Gulf of California@28,-112; Gulf of Alaska@57,-145
-|water|Gulf of Tonkin@20,108; Gulf of Aqaba@29,34.8; Gulf of Suez@28.5,33; Gulf@27,51; Bay of Bengal@15,88
-|water|Bay of Biscay@45,-5; Hudson Bay@60,-86; Baffin Bay@73,-68; Bay of Fundy@45,-66; Chesapeake Bay@38,-76.3
-|water|San Francisco Bay@37.7,-122.3; Tampa Bay@27.7,-82.6; Guantanamo Bay@19.9,-75.1; Cape of Good Hope@-34.4,18.5
-|water|English Channel@50.2,-0.5; Strait of Hormuz=Hormuz Strait@26.6,56.3; Strait of Gibraltar@35.95,-5.6
-|water|Strait of Malacca=Malacca Strait@4,100; Taiwan Strait@24,119; Bering Strait@65.8,-169; Kerch Strait@45.3,36.6
-|water|Bosphorus=Bosporus=Bosphorus Strait@41.1,29.1; Dardanelles@40.2,26.4; Bab el-Mandeb@12.6,43.3
-|water|Korea Strait@34.5,129.5; Drake Passage@-58,-65; Denmark Strait@66,-28; Torres Strait@-10,142.5
-|water|Cook Strait@-41.2,174.5; Bass Strait@-40,146; Suez Canal@30.6,32.3; Panama Canal@9.1,-79.7
-|water|Kiel Canal@54.1,9.3; Erie Canal@43,-76; Great Lakes@45,-84; Lake Superior@47.7,-87.5; Lake Michigan@44,-87
-|water|Lake Huron@44.8,-82.4; Lake Erie@42.2,-81.2; Lake Ontario@43.7,-77.9; Lake Victoria@-1,33
-|water|Lake Tanganyika@-6.5,29.8; Lake Malawi@-12,34.5; Lake Chad@13,14; Lake Titicaca@-15.8,-69.3
-|water|Lake Baikal@53.5,108; Lake Geneva@46.45,6.55; Lake Constance@47.6,9.4; Lake Como@46,9.3; Lake Tahoe@39.1,-120
-|water|Loch Ness@57.3,-4.5; Lake Ladoga@60.8,31.5; Niagara Falls@43.08,-79.07; Victoria Falls@-17.92,25.86
-|water|Danube=Danube River@45.2,28; Rhine@50,7.8; Nile=Nile River=White Nile=Blue Nile@24,32.9; Congo River@-4,17
-|water|Mekong@15,105; Ganges@25.5,82; Indus=Indus River@27,68; Brahmaputra@26.5,92; Irrawaddy@20,94.9
-|water|Euphrates@34.5,40.5; Tigris@34,43.9; Amazon River@-3,-60; Orinoco@8,-66; Zambezi@-16.5,32
-|water|Limpopo River@-23.5,32; Niger River@14,0; Volta River@7,0.2; Dnieper=Dnipro River=Dnieper River@48,35
-|water|Dniester@47.5,29; Volga=Volga River@52,48; Don River@48,42; Ural River@50,52; Yenisei@66,87; Lena River@66,124
-|water|Ob River@62,66; Amur=Amur River@50,128; Elbe@52.5,12; Oder@52,14.7; Vistula@52,20
-|water|Thames=River Thames@51.5,-0.3; Severn@52.4,-2.4; Mersey@53.4,-2.9; Tyne@55,-1.7; Seine@49,1.9; Loire@47.4,1
-|water|Rhone@44.5,4.7; Garonne@44.3,0.4; Moselle@50,6.9; Po River@45,10.5; Tiber@42.3,12.4; Ebro@41.5,-0.8
-|water|Tagus@39.5,-7.5; Douro@41.1,-7; Neva@59.9,30.5; Drava@46,17; Sava@45,18; Jordan River=River Jordan@32,35.5
-|water|Yarmuk@32.7,35.8; Yangtze=Yangtze River@30.5,112; Yellow River@36,112; Pearl River@22.8,113.5
-|water|Yalu=Yalu River@40.5,125; Tumen River@42.5,130; Han River@37.5,127; Mississippi River=Mississippi Delta@34,-91
-|water|Missouri River@42,-97; Ohio River@38,-86; Hudson River@42,-73.9; Potomac=Potomac River@38.9,-77.1
-|water|Colorado River@36,-113; Columbia River@46,-121; Rio Grande@29,-102; Yukon River@64,-155
-|water|Mackenzie River@65,-128; St. Lawrence River@47,-71; Rio de la Plata=River Plate@-35,-57; Parana River@-30,-59
-|water|Murray River@-34.5,141; Zambezi River@-16.5,32; Orange River@-28.6,18; Litani River@33.4,35.5
-|water|Shatt al-Arab@30.4,48.2
RU|region|Siberia@60,100; Russian Far East@60,140; Kuril Islands=Kurils@46.5,151; Yakutia@66,130; Bashkiria@54,56
RU|region|Kamchatka Peninsula@57,160; Kola Peninsula@67.5,37; Ossetia@42.6,44; Circassia@44,41
UA|region|Donbas=Donbass@48.2,38.2; Transcarpathia@48.4,23; Volhynia@50.7,25.3; Snake Island@45.25,30.2
UA|region|Crimea@45.2,34.2
GE|region|South Ossetia@42.3,44.1; Abkhazia@43,41; Adjara@41.6,42.1
MD|region|Transnistria=Transdniestria=Trans-Dniester@47.2,29.3
AZ|region|Nagorno-Karabakh=Karabakh@39.8,46.7; Nakhchivan@39.3,45.5
PS|region|East Jerusalem@31.78,35.24; Gaza Strip=Gaza@31.4,34.38; West Bank@32,35.25
IL|region|Golan Heights=Golan@33,35.8; Galilee@32.8,35.5; Negev=Negev Desert@30.8,34.8; Temple Mount@31.78,35.24
EG|region|Sinai=Sinai Peninsula@29.5,33.8; Nile Delta@30.9,31.1; Upper Egypt@26,32; Tahrir Square@30.04,31.24
SY|region|Rojava@36.7,40.8; Eastern Ghouta=Ghouta=East Ghouta@33.5,36.4
LB|region|Bekaa Valley=Beqaa Valley@33.9,36; Mount Lebanon@34,36
IQ|region|Iraqi Kurdistan@36.2,44; Green Zone@33.31,44.38
YE|region|Hadramaut=Hadhramaut@16,49; Socotra@12.5,54
IR|region|Kharg Island@29.25,50.3; Khuzestan@31.3,49
AF|region|Panjshir Valley@35.4,69.7; Bagram@34.9,69.3
PK|region|Waziristan@32.5,69.8; North Waziristan@33,70; South Waziristan@32.3,69.7; Swat Valley@35.2,72.4
PK|region|Swat@35.2,72.4; Azad Kashmir@33.9,73.8; Khyber Pass@34.1,71.1
IN|region|Deccan@17,77; Bengal@24,88; Jammu@32.7,74.9; Indo-Gangetic Plain@27,80; Western Ghats@14,75
CN|region|Manchuria@43,125; Tibet=Tibetan Plateau@31,88; Great Wall@40.43,116.57; Three Gorges@30.8,111
JP|region|Honshu@36,138; Kyushu@33,131; Shikoku@33.7,133.5; Mount Fuji@35.36,138.73
KR|region|Jeju Island@33.4,126.5
KP|region|Mount Paektu@41.99,128.08
ID|region|Java@-7.5,110; Sumatra@0,102; Sulawesi@-2,121; Lombok@-8.6,116.3; Kalimantan@0,114
PH|region|Luzon@16,121; Mindanao@7.5,125; Visayas@11,123.5; Metro Manila@14.6,121; Boracay@11.97,121.92
PH|region|Leyte@10.9,124.9; Scarborough Shoal@15.15,117.75; Panay@11.2,122.5; Negros@10,123
MM|region|Rakhine State@19.5,94; Shan State@21.5,98; Arakan@19.5,94
LK|region|Jaffna Peninsula@9.7,80.1
AU|region|Outback@-25,133; Great Barrier Reef@-18.3,147.7; Uluru@-25.34,131.04; Cape York@-12,142.5
AU|region|Gold Coast@-28,153.4
NZ|region|North Island@-38.5,176; South Island@-44,170
CA|region|Newfoundland@48.5,-56; Labrador@54,-62; Vancouver Island@49.6,-125.5; Cape Breton@46.2,-60.8
CA|region|Baffin Island@69,-72; Maritimes@46,-64; Niagara Region@43,-79.3; Canadian Rockies@52,-117
CA|region|Greater Toronto Area@43.7,-79.4
US|region|New England@44,-71.5; Midwest@42,-92; Silicon Valley@37.4,-122; Long Island@40.8,-73.2; Cape Cod@41.7,-70.2
US|region|Bay Area=San Francisco Bay Area@37.8,-122.3; Deep South@32.5,-87; Rust Belt@41,-83; Sun Belt@33,-100
US|region|Grand Canyon@36.1,-112.1; Gulf Coast@30,-90; Pacific Northwest@46,-121; Great Plains@42,-101
US|region|West Coast@38,-122; East Coast@39,-76; Central Valley@36.8,-119.8; Alcatraz@37.83,-122.42
US|region|Puget Sound@47.6,-122.4; Florida Keys@24.7,-81.1; Everglades@25.9,-80.9; Florida Panhandle@30.5,-85.5
US|region|Martha's Vineyard@41.4,-70.6; Nantucket@41.3,-70.1; Maui@20.8,-156.3; Oahu@21.5,-158; Kauai@22.1,-159.5
US|region|Sierra Nevada@38,-119.5; Mojave Desert@35,-116; Ozarks@37,-93; Upper Midwest@45,-93
US|region|Upper Peninsula@46.3,-87; Outer Banks@35.4,-75.5; Adirondacks@44,-74.2; Catskills@42.1,-74.4
US|region|Capitol Hill@38.89,-77; Wall Street@40.71,-74.01; Times Square@40.76,-73.99; Central Park@40.78,-73.97
US|region|Ground Zero@40.71,-74.01; Harlem@40.81,-73.95; Hamptons@40.9,-72.3; Yellowstone@44.6,-110.5
US|region|Yosemite@37.85,-119.55; Mount Rainier@46.85,-121.76; Mount Rushmore@43.88,-103.46; Beltway@38.9,-77
US|region|Las Vegas Strip@36.11,-115.17; Skid Row@34.04,-118.25; Venice Beach@33.99,-118.47
US|region|Southern California@34.3,-117.5; Northern California@40,-122; Upstate New York@43,-75.5
US|region|Texas Panhandle@35.2,-101.8
US|state|Washington State@47.5,-120.5; New York State@43,-75.5
MX|region|Sierra Madre@25,-105
DE|region|Ruhr=Ruhr Valley@51.5,7.2; Rhineland@50.5,7; Black Forest@48.2,8.2; Franconia@49.5,11
FR|region|Provence@43.8,5.9; Burgundy@47.2,4.5; Aquitaine@44.5,-0.5; Lorraine@48.8,6.2
FR|region|French Riviera=Côte d'Azur@43.5,7; Alsace@48.3,7.4; Normandy@49,0; Brittany@48.2,-2.8; Corsica@42.1,9.1
FR|region|Picardy@49.7,2.8; Savoy@45.5,6.5
IT|region|Lampedusa@35.5,12.6; Dolomites@46.4,11.8; Mount Etna=Etna@37.75,15; South Tyrol@46.7,11.3; Capri@40.55,14.24
ES|region|Mallorca=Majorca@39.6,2.9; Ibiza@39,1.4; Tenerife@28.3,-16.6; Lanzarote@29,-13.6; Costa del Sol@36.5,-4.7
ES|region|Costa Brava@42,3.2; Gran Canaria@28,-15.6; Canaries@28.3,-16; Basque Country@43,-2.6; Menorca=Minorca@40,4.1
PT|region|Algarve@37.2,-8.1
GR|region|Lesbos@39.2,26.3; Corfu@39.6,19.9; Rhodes@36.2,28; Peloponnese@37.5,22.3; Santorini@36.4,25.4
GR|region|Mount Athos@40.16,24.33; Kos@36.85,27.2; Samos@37.7,26.8; Chios@38.4,26; Mykonos@37.45,25.35
GR|region|Cyclades@37,25.3; Mount Olympus@40.09,22.36
TR|region|Anatolia@39,33; Cappadocia@38.65,34.8; Thrace@41,27; Incirlik@37,35.4; Gallipoli@40.3,26.5
CY|region|Northern Cyprus@35.25,33.6
RO|region|Transylvania@46.5,24.5; Moldavia@47,27; Wallachia@44.5,25.5
BA|region|Herzegovina@43.4,17.8; Republika Srpska@44.8,17.2
PL|region|Silesia@50.5,17.8; Pomerania@54,17; Masuria@53.8,21.5; Galicia@49.8,22; Mazovia@52.2,20.9
CZ|region|Bohemia@49.8,14.5; Moravia@49.3,17; Sudetenland@50.3,15
NO|region|Lofoten@68.2,13.8; Svalbard@78.5,16
DK|region|Jutland@56,9.2
GL|region|Thule@76.5,-68.8
GB|region|Yorkshire@53.9,-1.3; Merseyside@53.4,-3; Sussex@50.9,-0.2; Northamptonshire@52.3,-0.9
GB|region|Bedfordshire@52.1,-0.4; Berkshire@51.4,-1; Channel Islands@49.4,-2.3; South Yorkshire@53.5,-1.3
GB|region|West Yorkshire@53.8,-1.7; Hebrides@57.8,-7; Cornwall@50.4,-4.9; West Midlands@52.5,-1.9
GB|region|East Midlands@52.9,-0.9; Midlands@52.6,-1.5; Greater Manchester@53.5,-2.3; East Anglia@52.5,1
GB|region|Lake District@54.5,-3.1; Home Counties@51.5,-0.2; Scottish Highlands=Highlands@57.3,-4.8
GB|region|Tyne and Wear@54.9,-1.5; Teesside@54.6,-1.2; Tyneside@55,-1.6; Humberside@53.7,-0.4; Cotswolds@51.8,-1.9
GB|region|Peak District@53.3,-1.8; Pennines@54.2,-2.2; Dartmoor@50.6,-3.9; Exmoor@51.1,-3.6; Salisbury Plain@51.2,-1.9
GB|region|New Forest@50.87,-1.6; Snowdonia@53,-3.9; Thames Valley@51.6,-1; West Country@51,-3; Ben Nevis@56.8,-5
GB|region|Downing Street@51.503,-0.127; Trafalgar Square@51.508,-0.128; Heathrow@51.47,-0.45; Gatwick@51.15,-0.18
GB|region|Stansted@51.885,0.235; Westminster@51.5,-0.13; Hyde Park@51.507,-0.165; Canary Wharf@51.5,-0.02
GB|region|Soho@51.51,-0.13; Whitehall@51.503,-0.126; Brixton@51.46,-0.11; Kensington@51.5,-0.19; Docklands@51.5,-0.02
GB|region|Outer Hebrides@57.8,-7.3; Inner Hebrides@56.5,-6.3; Isle of Skye=Skye@57.3,-6.2; Falls Road@54.6,-5.96
GB|region|Hampshire@51.1,-1.3; Dorset@50.8,-2.3; Durham@54.7,-1.8; Wembley@51.55,-0.3; Gloucestershire@51.8,-2.2
IE|region|Ulster@54.6,-6.7; Connacht@53.7,-9; Munster@52.3,-8.7; Leinster@53.2,-7
CD|region|Katanga@-9,26; Kivu@-2.5,28.8; Virunga@-0.5,29.5
ET|region|Ogaden@7,45
SO|region|Puntland@9,49; Somaliland@9.7,45.5; Jubaland@0,42
SD|region|Kordofan@13,30; Darfur@13,25; Nuba Mountains@11.2,30.5; Abyei@9.6,28.4
NG|region|Niger Delta@5,6.5; Biafra@5.5,7.5; Plateau State@9.2,9.5; Sambisa Forest@11.2,13.4
ML|region|Azawad@19,0
TZ|region|Zanzibar@-6.1,39.3; Serengeti@-2.3,34.8; Kilimanjaro=Mount Kilimanjaro@-3.07,37.35
KE|region|Masai Mara@-1.5,35.1; Mount Kenya@-0.15,37.3
ZA|region|Robben Island@-33.8,18.37; Table Mountain@-33.96,18.4; Kruger National Park@-24,31.5; Transvaal@-25,29
ZA|region|Soweto@-26.25,27.85
CU|region|Guantanamo@20.1,-75.2; Bay of Pigs@22.2,-81.2
EC|region|Galapagos Islands=Galapagos@-0.6,-90.5
CL|region|Atacama Desert@-24,-69; Easter Island@-27.1,-109.4
AR|region|Tierra del Fuego@-54,-68; Pampas@-35,-63
BR|region|Copacabana@-22.97,-43.18; Amazon@-4,-63
"""

# Other names, with the name of what they stand for, as GeoNames has it.
ALIASES = """
America=United States; United States of America=United States; Britain=United Kingdom; Great Britain=United Kingdom
Netherlands=The Netherlands; Holland=The Netherlands; Burma=Myanmar; Czech Republic=Czechia; Türkiye=Turkey
Cote d'Ivoire=Ivory Coast; Swaziland=Eswatini; Macedonia=North Macedonia; East Timor=Timor Leste
Cape Verde=Cabo Verde; Macau=Macao; Emirates=United Arab Emirates; DR Congo=Democratic Republic of the Congo
Palestine=Palestinian Territory; Republic of Ireland=Ireland; Irish Republic=Ireland; People's Republic of China=China
Mainland China=China; Republic of Korea=South Korea; Russian Federation=Russia
Democratic People's Republic of Korea=North Korea; Islamic Republic of Iran=Iran; Bosnia=Bosnia and Herzegovina
Bosnia-Herzegovina=Bosnia and Herzegovina; State of Palestine=Palestinian Territory
Palestinian Territories=Palestinian Territory; Falklands=Falkland Islands; Congo-Brazzaville=Republic of the Congo
Zaire=Democratic Republic of the Congo; Congo-Kinshasa=Democratic Republic of the Congo; Ceylon=Sri Lanka; Persia=Iran
Siam=Thailand; Rhodesia=Zimbabwe; Faroes=Faroe Islands; Vatican City=Vatican; Holy See=Vatican
Virgin Islands=U.S. Virgin Islands; US Virgin Islands=U.S. Virgin Islands; St. Kitts=Saint Kitts and Nevis
St. Vincent=Saint Vincent and the Grenadines; Antigua=Antigua and Barbuda; Trinidad=Trinidad and Tobago
New York=New York City; Kiev=Kyiv; Odessa=Odesa; Kharkov=Kharkiv; Lvov=Lviv; Nikolaev=Mykolaiv; Peking=Beijing
Bombay=Mumbai; Calcutta=Kolkata; Madras=Chennai; Bangalore=Bengaluru; Rangoon=Yangon; Canton=Guangzhou
Saigon=Ho Chi Minh City; Leningrad=Saint Petersburg; Stalingrad=Volgograd; Basra=Basrah; Mecca=Makkah; Medina=Madinah
Constantinople=Istanbul; Tel Aviv-Yafo=Tel Aviv; Washington DC=Washington; Washington D.C.=Washington
Rio=Rio de Janeiro; Sao Paulo=São Paulo; Alma-Ata=Almaty; Lugansk=Luhansk; Dnepropetrovsk=Dnipro
Dnipropetrovsk=Dnipro; Smyrna=İzmir; Hull=Kingston upon Hull; Newcastle=Newcastle upon Tyne; Stoke=Stoke-on-Trent
Southend=Southend-on-Sea; Gothenburg=Göteborg; Ghent=Gent; Seville=Sevilla; Cologne=Köln; Frankfurt=Frankfurt am Main
Quebec City=Québec; Marrakesh=Marrakech; Fez=Fès; Salonica=Thessaloníki; Thessaloniki=Thessaloníki; Antwerp=Antwerpen
Bruges=Brugge; Geneva=Genève; Lucerne=Luzern; Basle=Basel; Berne=Bern; Pressburg=Bratislava; Breslau=Wrocław
Danzig=Gdańsk; Krakow=Kraków; Cracow=Kraków; Lodz=Łódź; Nuremberg=Nürnberg; Brunswick=Braunschweig; Hanover=Hannover
Dusseldorf=Düsseldorf; Zurich=Zürich; Corunna=A Coruña; Saragossa=Zaragoza; Oporto=Porto; Sana'a=Sanaa; San'a=Sanaa
Raqqa=Ar Raqqah; Deir Ezzor=Deir ez-Zor; Fallujah=Al Fallūjah; Irbil=Erbil; Arbil=Erbil; Jaffa=Tel Aviv
Gaza City=Gaza; Hodeida=Al Ḩudaydah; Hodeidah=Al Ḩudaydah; Ashkhabad=Ashgabat; Frunze=Bishkek; Tiflis=Tbilisi
Kishinev=Chisinau; Lyons=Lyon; Marseilles=Marseille; Rheims=Reims; Mitrovica=Mitrovicë; Pec=Pejë; Prishtina=Pristina
Misrata=Mişrātah; Herat=Herāt; Jalalabad=Jalālābād; Mazar-i-Sharif=Mazār-e Sharīf
Bavaria=Bayern; Saxony=Sachsen; Lower Saxony=Niedersachsen; Hesse=Hessen; Lombardy=Lombardia
"""

# Words of nations, peoples and languages: no place is known by one of them.
DEMONYMS = frozenset(
    """
    afghan african alawite albanian algerian american andean andorran angolan arab arabian arabic argentine
    argentinian armenian asian assyrian australian austrian azerbaijani azeri bahraini baltic bangladeshi basque
    bavarian belarusian belgian bengali berber bolivian bosnian brazilian breton british briton bulgarian burmese
    burundian cambodian cameroonian canadian caribbean catalan catholic caucasian celtic chadian chechen chilean
    chinese christian colombian congolese cornish corsican cossack croat croatian cuban cypriot czech dane danish
    druze dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european fijian filipino finn
    finnish flemish french gambian georgian german ghanaian greek guatemalan guinean guyanese haitian hawaiian
    hebrew hispanic honduran hungarian icelandic indian indonesian iranian iraqi irish islamic israeli italian
    ivorian jamaican japanese jewish jordanian kazakh kenyan korean kosovar kurd kurdish kuwaiti kyrgyz lao laotian
    latin latino latvian lebanese liberian libyan lithuanian macedonian malagasy malawian malay malaysian malian
    maltese maori mauritanian mexican moldovan mongol mongolian montenegrin moroccan mozambican muslim namibian
    nepalese nepali nicaraguan nigerian nordic norman norwegian omani pakistani palestinian panamanian paraguayan
    pashtun persian peruvian pole polish portuguese punjabi qatari roma roman romanian russian rwandan sami samoan
    saudi saxon scandinavian scot scots scottish senegalese serb serbian shia shiite sicilian singaporean slav
    slavic slovak slovene slovenian somali soviet spaniard spanish sudanese sunni swede swedish swiss syrian
    taiwanese tajik tamil tanzanian tatar texan thai tibetan tunisian turk turkish turkmen ugandan ukrainian
    uruguayan uyghur uzbek venezuelan vietnamese viking welsh yazidi yemeni yiddish yoruba zambian zimbabwean zulu
    """.split()
)

# Places whose names are also common words, brands, given names or family names: context must speak for them.
AMBIGUOUS = frozenset(
    """
    aguilar ajax alba alexandria ali allen along alton an anand angelina arab aragon arlington armenia arsenal
    ashley asuncion atlas aurora austin bali ban bar barnsley barry bat bath batman battle bay beaumont bedford
    bello bend berkeley bernard bishop bo bolivar boulder bowie bradford brent brooklyn buffalo burgundy burke
    burlington burton bury butler cali cameron capital cardenas carey carlsbad carolina carson carter cary castro
    centennial central chad chandler charlotte chelsea cheshire chico chinatown clarence clay cleveland clinton
    clovis college cologne colon columbus commerce concepcion concord congo corby cordoba cork cornwall corona
    crosby cruz dakota dallas davie deal delta derby devon diana ding dorset douglas dudley eagle eden elizabeth
    energy enterprise essen essex eugene everett federal fife florence ford formosa franca franco freedom fremont
    galicia gao garland gary garza george georgia gilbert golden graham granada grant grays guerrero guinea gulf
    hamilton harrison harrow harvey hassan hastings hayward heath henderson hidalgo hilal hilton hit ho hollywood
    hope houston howard hub hudson hull independence indiana industry irvine irving jackson java jersey jin jordan
    julia junction justice kennedy kent kim king kingston kit kobe lafayette lancaster lara laredo latina latur
    lawrence lee lens leo leon li liberty lima lincoln logan lopez lorraine lowell lu madison male man mango march
    marines marino marion marshall martin martina mary mau may meads media medina mercedes merida merlo mesa metro
    milton mirza mission mitchell mobile montana montgomery moon morelos moreno morgan morris moshi most much murray
    nada nancy nasir natal neath nelson newton nice norfolk norman nova obama of olympic opportunity orange pacific
    nokia page paradise park parker pearl perm perry phoenix pierce pierre pinto police poole pop post preston price
    prince progress providence queens ramos reading regina republic reyes rhodes richardson ripley rivera riviera
    rochester roman rosario rosetta ross roy rugby saga sale salem salman same sandy santiago santos sar savannah
    singa sofia soledad somerset spencer split springs stafford stanley star sterling stone stratford street success
    sucre sultan sun sunshine superior sur surprise surrey sutton sydney tal target tass taylor tempe temple thomas
    togo toledo torres tours toyota trinidad troy turkey tyler una union unity valencia van vaughan viana victoria
    virginia vista warren warwick wayne weed wellington wheeling whitby windsor worthing wu xi yan yi young
    """.split()
) | {"notre dame", "el nino", "white house"}
