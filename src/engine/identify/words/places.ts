/** Countries, regions and towns met in French, Québec and English files, without accents: general knowledge. */
import { phraseSet, wordSet } from './word-set.ts';

const countries = `
afghanistan, afrique du sud, albanie, albania, algerie, algeria, allemagne, germany, angola, argentine, argentina,
armenie, armenia, australie, australia, autriche, austria, azerbaidjan, bangladesh, belgique, belgium, benin, birmanie,
bolivie, bolivia, bosnie, bosnia, bresil, brazil, bulgarie, bulgaria, burkina faso, burundi, cambodge, cambodia, cameroun,
cameroon, canada, cap vert, cape verde, chili, chile, chine, china, chypre, cyprus, colombie, colombia, comores, congo,
coree, coree du sud, south korea, costa rica, cote d'ivoire, ivory coast, croatie, croatia, cuba, danemark, denmark,
djibouti, egypte, egypt, emirats arabes unis, equateur, ecuador, erythree, espagne, spain, estonie, estonia, etats unis,
usa, united states, ethiopie, ethiopia, finlande, finland, france, gabon, gambie, georgie, georgia, ghana, grece, greece,
guatemala, guinee, guinea, haiti, honduras, hong kong, hongrie, hungary, inde, india, indonesie, indonesia, irak, iraq,
iran, irlande, ireland, islande, iceland, israel, italie, italy, jamaique, jamaica, japon, japan, jordanie, jordan,
kazakhstan, kenya, kosovo, koweit, laos, lettonie, latvia, liban, lebanon, liberia, libye, libya, lituanie, lithuania,
luxembourg, macedoine, madagascar, malaisie, malaysia, mali, malte, malta, maroc, morocco, maurice, mauritius, mauritanie,
mauritania, mexique, mexico, moldavie, moldova, mongolie, montenegro, mozambique, nepal, nicaragua, niger, nigeria,
norvege, norway, nouvelle zelande, new zealand, ouganda, uganda, pakistan, palestine, panama, paraguay, pays bas,
netherlands, perou, peru, philippines, pologne, poland, portugal, qatar, roumanie, romania, royaume uni, united kingdom,
uk, russie, russia, rwanda, salvador, senegal, serbie, serbia, sierra leone, singapour, singapore, slovaquie, slovakia,
slovenie, slovenia, somalie, somalia, soudan, sudan, sri lanka, suede, sweden, suisse, switzerland, syrie, syria, taiwan,
tanzanie, tanzania, tchad, chad, thailande, thailand, togo, tunisie, tunisia, turquie, turkey, ukraine, uruguay,
venezuela, vietnam, yemen, zambie, zambia, zimbabwe, angleterre, england, ecosse, scotland, pays de galles, wales
`;

const regions = `
alsace, aquitaine, auvergne, auvergne rhone alpes, bourgogne, bourgogne franche comte, bretagne, centre val de loire,
champagne, corse, franche comte, grand est, guadeloupe, guyane, hauts de france, ile de france, la reunion, languedoc,
limousin, lorraine, martinique, mayotte, midi pyrenees, normandie, nouvelle aquitaine, occitanie, pays de la loire,
picardie, poitou charentes, provence, paca, rhone alpes, alberta, british columbia, colombie britannique, manitoba,
new brunswick, nouveau brunswick, newfoundland, terre neuve, nova scotia, nouvelle ecosse, nunavut, ontario,
prince edward island, quebec, saskatchewan, yukon, abitibi, bas saint laurent, capitale nationale, chaudiere appalaches,
cote nord, estrie, gaspesie, lanaudiere, laurentides, mauricie, monteregie, outaouais, saguenay lac saint jean, california,
texas, florida, new york, illinois, ohio, michigan, massachusetts, pennsylvania, washington, ain, aisne, allier, ardeche,
ardennes, ariege, aube, aude, aveyron, bouches du rhone, calvados, cantal, charente, cher, correze, cote d'or, creuse,
dordogne, doubs, drome, essonne, eure, finistere, gard, gers, gironde, herault, indre, isere, jura, landes, loire, loiret,
lot, lozere, manche, marne, mayenne, meuse, morbihan, moselle, nievre, nord, oise, orne, sarthe, savoie, somme, tarn, var,
vaucluse, vendee, vienne, vosges, yonne, yvelines
`;

const towns = `
aix en provence, ajaccio, albi, amiens, angers, angouleme, annecy, antibes, arles, arras, aubervilliers, avignon, bastia,
bayonne, beauvais, belfort, besancon, beziers, blois, bobigny, bordeaux, boulogne billancourt, bourges, brest, brive, caen,
calais, cannes, carcassonne, cergy, chalon, chambery, charleville mezieres, chartres, chateauroux, cherbourg, cholet,
clamart, clermont ferrand, clichy, colmar, colombes, compiegne, courbevoie, creteil, dieppe, dijon, douai, drancy,
dunkerque, epinal, evreux, evry, frejus, gap, grenoble, ivry, la rochelle, la roche sur yon, laval, le havre, le mans,
lens, levallois, lille, limoges, lorient, lyon, macon, marseille, massy, melun, merignac, metz, montauban, montbeliard,
montpellier, montreuil, mulhouse, nancy, nanterre, nantes, narbonne, neuilly, nevers, nice, nimes, niort, orleans,
orsay, paris, pau, perigueux, perpignan, pessac, poitiers, quimper, reims, rennes, rodez, roubaix, rouen, saint brieuc,
saint denis, saint etienne, saint malo, saint nazaire, saint quentin, salon, sarcelles, saumur, sete, strasbourg, tarbes,
thionville, toulon, toulouse, tourcoing, tours, troyes, valence, valenciennes, vannes, versailles, vichy, villejuif,
villeurbanne, vincennes, vitry, alma, amos, baie comeau, beloeil, blainville, boucherville, brossard, chambly,
chateauguay, chicoutimi, dorval, drummondville, gaspe, gatineau, granby, joliette, jonquiere, la tuque, lachine,
lasalle, levis, longueuil, magog, mascouche, matane, mirabel, montmagny, montreal, repentigny, rimouski,
riviere du loup, rouyn noranda, saguenay, saint eustache, saint georges, saint hyacinthe, saint jerome, sept iles,
shawinigan, sherbrooke, sorel tracy, terrebonne, thetford mines, trois rivieres, val d'or, varennes, vaudreuil dorion,
verdun, victoriaville, ville de quebec, barrie, brampton, calgary, charlottetown, edmonton, fredericton, guelph, halifax,
hamilton, kelowna, kingston, kitchener, london, markham, mississauga, moncton, oshawa, ottawa, regina, richmond,
saint john, saskatoon, st john's, sudbury, surrey, thunder bay, toronto, vancouver, victoria, waterloo, whitehorse,
windsor, winnipeg, yellowknife, albuquerque, arlington, atlanta, aurora, austin, baltimore, boston, buffalo, charlotte,
chicago, cincinnati, cleveland, columbus, dallas, denver, detroit, el paso, fresno, houston, indianapolis, jacksonville,
las vegas, lincoln, los angeles, louisville, madison, memphis, mesa, miami, milwaukee, minneapolis, nashville,
new orleans, newark, oakland, omaha, orlando, philadelphia, phoenix, pittsburgh, portland, raleigh, rochester, sacramento,
salt lake city, san antonio, san diego, san francisco, san jose, savannah, seattle, st louis, tampa, tucson, tulsa,
belfast, birmingham, bradford, brighton, bristol, cambridge, cardiff, coventry, derby, dublin, edinburgh, exeter, glasgow,
hull, leeds, leicester, liverpool, manchester, newcastle, norwich, nottingham, oxford, plymouth, portsmouth, reading,
sheffield, southampton, swansea, york, abidjan, alger, algiers, amsterdam, antananarivo, athenes, bamako, barcelona,
barcelone, beirut, beyrouth, berlin, bern, berne, bruxelles, brussels, bucarest, budapest, casablanca, conakry, dakar,
geneve, geneva, istanbul, kinshasa, lausanne, liege, lisbonne, lisbon, londres, madrid, milan, moscou, munich, naples,
oran, prague, rabat, rome, tunis, turin, varsovie, vienne, zurich, chelles, meaux, pontoise, villepinte, senlis
`;

/** Codes of countries of two letters (ISO 3166-1). */
export const countryCodes = wordSet(`
ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc cd cf cg
ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl
gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la
lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np
nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv
sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
`);

export const places = phraseSet(countries, regions, towns);
