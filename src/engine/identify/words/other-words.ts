/**
 * Words that look like names in a clinical file and are none: drugs, diseases, wards, hospitals called after a person.
 * Without accents; general knowledge.
 */
import { phraseSet, wordSet } from './word-set.ts';

const drugs = `
abilify acupan adalat advil aldactone aloxi alprazolam amiodarone amlor amoxicillin amoxicilline anafranil apixaban
apranax aprovel arava arimidex aspegic aspirin aspirine atacand atarax ativan augmentin avastin azathioprine baclofen
bactrim beclomethasone belara bisoprolol bricanyl brintellix brufen bumetanide burinex buscopan carboplatin cardensiel
celebrex cerazette champix cialis cifloxan ciprofloxacine clamoxyl claradine claradol claramid claritin clarityn
clarityne clarix clexane clopidogrel colchicine colchimax concerta cordarone cortancyl coumadine coversyl crestor
cymbalta dafalgan daonil depakine depakote deroxat diamicron diane diflucan digoxine diprosone doliprane duphaston
efferalgan effexor elavil eliquis enbrel entresto epitomax eprex esidrex estreva eupressyl euthyrox exforge ezetrol
flagyl flecaine forxiga fosamax fumarate fungizone furosemide gabapentin gardenal glivec glucophage haldol heparin
heparine herceptin humalog humira hydrea hyperium imodium imovane imurel inderal inexium inipomp insulin insuline
irbesartan isoptine janumet januvia jasmine jasminelle kardegic kenacort keppra keytruda lamictal lantus lasilix lasix
leponex lercan lescol levemir levothyrox lexapro lexomil lipanthyl lipitor lithium loxapac loxen luteran lyrica
lysanxia mabthera maxalt mediator medrol melodia mercilon metformin metformine methotrexate micardis minesse mirena
modopar mopral morphine motilium motrin neoral neurontin nexium norvasc novorapid nplate ofloxacine olmetec omeprazole
orelox oxycontin oxynorm paracetamol pariet parkinane paroxetine plaquenil plavix pradaxa prednisone previscan
procoralan prograf prolia prozac pulmicort ramipril remicade risperdal ritaline rituximab rivaroxaban rivotril
salbutamol seretide serevent seroplex seroquel simponi simvastatine singulair sintrom solupred sotalex spasfon spiriva
stelara stilnox subutex synthroid tahor tamoxifen tarceva taxol taxotere tegretol temesta tenormin tercian topalgic
toujeo tramadol trandate tranxene triatec trulicity tylenol uniflox valium vancomycine vastarel ventolin ventoline
vesicare viagra victoza voltaren voltarene warfarin xanax xarelto xeloda xyzall yasmin yaz zaldiar zantac zeffix
zelitrex zithromax zocor zoloft zometa zovirax zyloric zyprexa zyrtec
`;

const medicine = `
abces absence acne actif active actuel adenocarcinome adenome administrator agent agriculteur agricultrice aigu aigue
alcool allergie allergies allergy alzheimer amputation analyst ancien anemia anemie aneurysm angine angor anxiete
anxiety aplasie architect arret arthrite arthritis arthrose artisan assistant associate asthma asthme aucun aucune
autre autres avc bacteria basedow behcet benign benin bilan biopsie biopsy bloc bpco bras breast bronchite cadre
cancer carcinoma carcinome cardiaque cardiologie cardiology cardiopathie cataracte celibataire cerveau chirurgie
chomage chronic chronique chu cirrhose cirrhosis clerk clinic clinique coeur colique colite colitis colon coma
complete complication concubin concubinage consultant consultation control controle coordinator copd covid crise crohn
current cushing cystite dead death deces demence dementia depression derma dermatologie dermatology developer diabete
diabetes dialyse diarrhee directeur director directrice divorce divorced divorcee douleur driver droit droite dyspnee
ecole eczema embolie emergency employe employee endocarditis endocrinologie engineer enseignant enseignante epilepsie
epilepsy erythema etudiant etudiante exam examen failure fever fibrose fievre foie former fracture gastrite gastro
gastroenterologie gauche geriatrics geriatrie goutte grade grippe group groupe gynecologie head heart hematologie
hematology hemorragie hepatic hepatite hepatitis hernie hip hodgkin hopital hopitaux horton hospital hypertension
hypothyroidie icu immunologie inconnu infarctus infection infirmier infirmiere influenza ingenieur insufficiency
insuffisance ischemie jamais kidney left lesion leucemie leukemia liver lung lupus lymphoma lymphome maladie malaria
manager marfan married maternite medecin medecine medicine melanoma melanome meningite menopause metastase migraine
mixed moderate modere myelome myocardial neant negatif negative neonatologie nephrologie nephrology neurologie
neurology never non none normal nurse obesite obesity obstetrique officer oncologie oncology ophtalmologie orl
orthopedics orthopedie osteoporose other otite oui ouvrier ouvriere pacse paget pancreas pancreatite parkinson
pathologie pediatrics pediatrie phlebite placebo pneumologie pneumonia pneumonie pneumopathie positif positive poumon
pregnancy prostate psoriasis psychiatrie psychiatry pulmonary radiologie radiology radiotherapie raynaud reanimation
rein renal representative responsable retired retraite retraitee rheumatology rhumatologie right rupture sans
sarcoidose sarcoma schizophrenia sclerose score sein separated separe separee sepsie sepsis service severe sevrage
single sinusite sjogren soins specialist spondylarthrite spondylitis stade stage stroke student supervisor surgery
syndrome tabac teacher technician technicien technicienne thrombose thrombosis thyroid thyroide thyroidite traitement
trauma traumatisme treatment trouble troubles tuberculose tuberculosis tumeur tumor ulcer ulcere unemployed unit unite
unknown urgence urgences urologie urology vasculaire vascular vertige veuf veuve viral virus ward wegener widow
widowed worker yes
`;

const called = `
avicenne beaujon beclere bicetre bichat bretonneau broussais center centre cochin conception debre dupuytren foch
fondation foundation hotel huriez institut institute laennec lapeyronie lariboisiere maisonneuve mondor necker pasteur
pellegrin pitie pompidou purpan rangueil rothschild roussy salpetriere tenon timone trousseau villemin
`;

const common = `
amber ambre aout april argent auburn august avril ball bas bean berry best big black blanc blanche bleu bleue blue bon
bonhomme bonne brown brun brune carbon case cinq code coral court cross crystal day deux dos east est ete fields fleur
francais francaise ginger grand grande gray green grey gris grise gros grosse high hiver iris ivy janvier jaune jour
juin july june king lane large levure little long low mai main mars mas masse matin may mercury miel monday noir noire
noon nuit olive opal or orange ouest page park pearl petit petite pied plomb premier prime prince red rice rose rouge
rousse roux ruby second seul small soir south sud summer sunday test trois vert verte violet violette wall west white
winter woods yellow young zone
`;

/** Hospitals whose name is that of a person or a saint, as a whole. */
export const hospitals = phraseSet(`
antoine beclere, claude bernard, corentin celton, edouard herriot, georges pompidou, gui de chauliac, haut leveque, henri mondor,
jeanne de flandre, louis mourier, louis pradel, robert debre, saint antoine, saint eloi, saint joseph, saint louis, saint luc,
saint philibert, sainte anne, sainte justine, sainte marguerite, notre dame, sacre coeur, royal victoria, charles lemoyne,
pierre boucher, jean talon, fleury, paul brousse, ambroise pare, raymond poincare, albert chenevier, jean verdier, rene muret,
jean minjoz, charles nicolle, pierre zobda quitman, gustave roussy, marie curie, institut curie, leon berard, oscar lambret,
paul strauss, mount sinai, john radcliffe, st thomas, st james, johns hopkins
`);

/** Words that deny that a text is a name. */
export const notNames = wordSet(drugs, medicine, called);

/** Names that are everyday words too: alone they tell nothing. */
export const everydayWords = wordSet(common);

/** How the names of drugs and diseases end. */
export const medicalEnding =
  /(?:mab|nib|statine?|cilline?|sartan|olol|azole|mycine?|floxacine?|cycline|parine?|gliptine?|gliflozine?|prazole|dipine|idone|azepam|zolam|oxetine|triptan|setron|platine?|taxel|rubicine?|tidine|formine?|thiazide|semide|zosine?|caine|barbital|tinib|ciclib|xaban|gatran|profene?|oxicam|dronate|tropine?|terol|sonide|solone|asone|fenac|itis|ites?|oses?|osis|emies?|emia|pathies?|pathy|algies?|algia|ectomies?|ectomy|omes?|oma|plasties?|plasty|scopies?|scopy|logies?|logy|graphies?|graphy|therapies?|therapy|uries?|uria|pnees?|pnea|rragies?|rrhage|sclerose|plegies?|plegia|tomies?|tomy|ique|iques|aire|ation)$/;
