/**
 * Frequent family names, without accents: French, Québec, English, and those often met in both countries. Written from
 * general knowledge of common names, no list was copied.
 */
import { wordSet } from './word-set.ts';

const french = `
adam albert alexandre allain allard andre andrieu antoine arnaud aubert aubin aubry auger bailly barbe barbier baron
barre barthelemy bataille baudry bazin beaumont benard benoit berger bernard bernier berthelot bertin bertrand besnard
besson bigot billard blanc blanchard blanchet blin blondel blot bodin boisson bonhomme bonneau bonnet bouchard boucher
bouchet boulanger boulay bouquet bourdon bourgeois bousquet boutin bouvet bouvier bouyer boyer breton briand brossard
brun bruneau brunel brunet buisson camus carlier caron carpentier carre cartier chapuis charles charpentier charrier
chartier chauvet chauvin chevalier chevallier clement clerc cohen colas colin collet collin combe cordier cornu costa
coste coulon courtois cousin couturier da danel daniel david delage delahaye delannoy delattre delaunay delmas delorme
denis desbois descamps deschamps devaux didier diot dos doucet drouet dubois dubreuil duchene dufour duhamel dumas
dumont dupin dupond dupont dupre dupuis dupuy durand durant duval etienne evrard fabre faivre faure favre fernandes
fernandez ferrand ferreira ferry feve fischer fleury fontaine forest fortin foucher fouquet fournier francois frey
gaillard gallet garcia garnier gaudin gauthier gautier gay georges gerard germain gervais gilbert gilles gillet girard
giraud godard gomez goncalves gonzalez grand grandjean granger gras gregoire grondin gros guerin guibert guichard
guillaume guillet guillon guillot guillou guyon guyot hamel hamon hardy hebert henry hernandez herve hoarau hubert
huet hugues humbert husson imbert jacob jacquemin jacques jacquet jacquot jean joly joubert jourdan julien klein labbe
lacombe lacroix lafon lagarde laine lambert lamy langlois laporte laroche launay laurent lebeau leblanc leblond lebon
lebreton lebrun leclerc leclercq lecomte leconte lecoq ledoux leduc lefebvre lefevre lefort legendre leger legrand
legros lejeune lelievre lemaire lemaitre lemoine lemonnier lenoir leon leonard lepage leroux leroy lesage leveque levy
lopez louis lucas magnier mahe maillard maillot mallet manceau marchal marchand marechal marie marin marion marquet
martin martinet martinez martins marty mary mas masse masson mathieu maurice maurin maury menard mercier merle merlin
meunier meyer michaud michel millet millot moreau morel morin morvan moulin muller navarro neveu nguyen nicolas noel
normand olivier ollivier page parent paris pascal pasquier paul payet pelletier peltier pereira perez perret perrier
perrin perrot petit petitjean philippe picard pichon pierre pineau poirier poisson pons pottier poulain prevost
prigent prudhomme pruvost pujol raymond raynal regnier remy renard renaud renault renou rey reynaud ribeiro richard
riviere robert robin roche rodrigues rodriguez roger rolland romain rose rossi rousseau roussel rousset roux royer
ruiz sabatier salaun salmon sanchez santos sauvage schmitt schneider schwartz seguin simon simonet tanguy teixeira
tessier thibault thiery thomas tissot tournier toussaint turpin vaillant valentin valet valette vallee vasseur verdier
vidal vigneron vincent vivier voisin wagner weber weiss
`;

const quebec = `
allaire amand amyot arcand archambault arsenault asselin audet ayotte babin beauchamp beauchemin beaudet beaudin
beaudoin beaudry beaulieu beaupre beauregard beausoleil bedard begin belair belanger belisle belleau bellefleur
bellemare bellerose bergeron berube bibeau bilodeau blais blouin boily boisvert boivin bolduc boudreau boudreault
bourassa bourgault bourque brassard breault brisson brochu brodeur brousseau bujold bureau cadieux cantin caouette
carbonneau cardinal carrier castonguay champagne charbonneau charette charland charron chartrand cloutier comeau
cormier corriveau cossette cote coulombe courchesne cournoyer courtemanche couture croteau cyr daigle daigneault
dallaire daoust deblois delisle demers deschenes desjardins deslauriers desmarais desrochers desrosiers dion dionne
doyon drolet drouin duchesne dufresne duguay duhaime dulude dumais dupere duperre duquette dussault ethier fafard
faucher favreau ferland filion fillion fiset forget fortier fournel frechette frenette gadbois gagne gagnon gamache
garneau garon gaudreau gaudreault gelinas gendron giguere gingras girouard giroux godbout gosselin goulet gravel
grenier grenon guay guertin guimond hamelin harvey heroux heureux hilaire houde houle huard hudon hurtubise jalbert
janelle jetee jobin jodoin joncas juneau labelle laberge labonte labrecque lacasse lachance lacoste laflamme lafleur
laforest laframboise lafrance lafreniere lagace lajoie lalancette laliberte lalonde lamarche lamontagne lamothe
lamoureux landry langevin langlais lapierre lapointe lariviere larocque larose larouche lasalle latour latulippe
lauziere lauzon lavallee laverdiere lavergne lavigne lavoie leclair lefrancois legault lemay lemieux lepine lessard
letourneau levasseur levesque lortie lussier mailhot mailloux maltais marcotte marcoux marleau marquis martel
martineau massicotte messier monette mongeon montpetit morency morissette morneau nadeau nault neron normandeau onge
ouellet ouellette papineau paquet paquette paquin paradis patenaude patry payette pelchat pellerin pepin perreault
perron picotte pilon pilote pinard plante plourde poulin pouliot pratte primeau proulx provencher provost quirion
racicot racine rancourt rheaume ricard riendeau riopel rioux rivard robitaille rochefort rochette rondeau rouleau
roussy routhier roy ruel sabourin saint samson sasseville sauve savard savoie senecal sevigny simard sirois soucy st
sylvain sylvestre talbot tardif tellier tetreault theberge theriault therrien thibeault thibodeau thivierge tougas
tousignant tremblay trepanier trottier trudeau trudel turcotte turgeon turmel vachon vaillancourt vallieres veillette
veilleux verreault vezina viau viens vigneault villeneuve voyer
`;

const english = `
abbott adams adkins aguilar alexander allen allison alvarado alvarez anderson andrews armstrong arnold atkins atkinson
austin bailey baker baldwin ball ballard banks barber barker barnes barnett barrett barton bates beck becker bell
bennett benson berry bishop black blair blake bowen bowers bowman boyd bradford bradley brady brewer bridges briggs
brock brooks brown bruce bryan bryant buchanan burgess burke burnett burns burton bush butler byrd caldwell cameron
campbell cannon carlson carpenter carr carroll carson carter castillo castro chambers chan chandler chang chapman
chavez christensen clark clarke clayton cobb cole coleman collier collins cook cooper copeland cox craig crawford
cross cruz cummings cunningham curry curtis dalton daniels davidson davies davis dawson day dean delgado dennis diaz
dixon douglas doyle drake duncan dunn dyer eaton edwards elliott ellis erickson estrada evans farmer ferguson fields
fisher fitzgerald fleming fletcher flores flynn ford foster fowler fox francis frank franklin fraser frazier freeman
french fuller gardner garner garrett garza george gibbs gibson gill glover goodman goodwin gordon graham grant graves
gray green greene greer griffin griffith gross guerrero gutierrez guzman hale hall hamilton hammond hampton hanson
harmon harper harrington harris harrison hart hartman hawkins hayes haynes henderson herrera hicks higgins hill hines
hodges hoffman holland holloway holmes holt hopkins horton houston howard howell hudson huff hughes hunt hunter
hutchinson ingram irwin jackson jacobs james jefferson jenkins jennings jensen jimenez johnson johnston jones jordan
joseph kaufman keller kelley kelly kennedy kerr kim king kirk knight lamb lane larson lawrence lawson lee lewis li
lindsey little lloyd logan long lowe lynch lyons macdonald mack mackenzie malone mann manning marshall mason matthews
maxwell may mccarthy mccormick mccoy mcdaniel mcdonald mcgee mcguire mckenzie mckinney mclaughlin mclean mcleod
mcmillan medina mendez mendoza meyers miles miller mills mitchell moody moore morales moran moreno morgan morris
morrison morrow morton moss mullins munoz murphy murray myers nash neal nelson newman newton nichols nicholson nixon
norman norris norton nunez obrien ochoa oconnor odonnell ohara oliver olson oneal oneill ortega ortiz osborne owen
owens padilla palmer park parker parks parsons patel patterson patton payne pearson pena perkins perry peters petersen
peterson phelps phillips pierce poole pope porter potter powell powers pratt price quinn ramirez ramos ramsey randall
ray reed reese reeves reid reyes reynolds rhodes rice richards richardson riley rios rivera robbins roberts robertson
robinson robles rogers romero rosales ross roth rowe russell ryan salazar sanders sandoval santiago saunders sawyer
schmidt schroeder schultz scott sharp shaw shelton shepherd sherman silva simmons simpson sims singh singleton skinner
sloan smith snyder solis soto sparks spencer stanley steele stephens stevens stevenson stewart stokes stone strickland
sullivan sutton swanson sweeney tate taylor terry thompson thomson thornton todd torres townsend travis tucker turner
tyler underwood valdez vargas vaughn vazquez vega velasquez wade walker wall wallace walsh walter walters walton wang
ward warner warren washington waters watkins watson watts weaver webb webster welch wells west wheeler white whitehead
whitney wilcox wiley wilkerson wilkins wilkinson williams williamson willis wilson winters wise wolf wolfe wong wood
woods woodward wright wyatt yang yates york young zimmerman
`;

const elsewhere = `
abdallah abdi adeyemi ahmad ahmadi ahmed akhtar akin alami alaoui ali almeida alves amrani amri andreescu antunes
arslan asante aziz ba bah bakkali balde bangoura bapst baptiste barbosa barry belhadj bello ben benaissa benali
benamar bencheikh bensaid benslimane berrada bianchi bouaziz bouazza boukhari boumediene bouzid brahimi braun bruno
camara cardoso carvalho cheikh chen cheng cherif chou chu cisse cissokho colombo conti correia coulibaly cunha dahmani
dang dembele demir desai dia diaby diakite diallo diarra dieng dinh diop diouf do doan doumbia drame ekici esposito
fall farah faye feng ferrari ferraro fofana fonseca fontes gao garba gaye gharbi gomes greco gueye guo gupta ha haddad
hadj haidara hamdi hamidi hansen hassan ho hoang hossain hosseini hu huang hussain hussein huynh ibrahim islam ivanov
ivanova jain jansen jaziri kaba kamara kane kante karoui kaur kaya keita khan khelifi koffi konate kone koroma kouadio
kouassi kowalska kowalski kumar lahlou lam larsen lau leung lima lin liu lo lopes lu luo luong ly ma machado mahamat
mahmoud malik mansour mansouri marchetti marino marques mbaye mehta mendes mendy mensah meziane miah mirza mohamed
mohammed monteiro moreira moretti mori moussaoui mukherjee nair nakamura ndiaye ndoye nguema niang nielsen nowak nunes
okafor okeke omar osei ouedraogo oumarou ozturk patil pham phan pinto pires popa popescu popov qureshi rahman rahmani
raja ramdani rao reddy reis ricci rocha romano russo sahin saidi saleh sall samake sane sarr sato schulz seck sene
shah sharma sheikh shi sissoko slimani soares sousa souza sow suleiman sun suzuki sy sylla tahiri takahashi tan tanaka
tang thiam to toumi tounkara toure trabelsi tran traore trinh truong tsang tu usman vieira vo vu wei wojcik wu xie xu
yildiz yilmaz yin yu yuan zerrouki zhang zhao zheng zhou zhu ziani zidane
`;

const europe = `
acosta aguirre aksoy alonso amato andersson arias aslan aydin bakker barone baumann benedetti benitez berg bernardi
blanco bondarenko bruni cabrera caruso cattaneo celik cetin claes conte coppola cortes dabrowski declercq desmet
devries dewitte dimitrov dogan dominguez dumitru dvorak eriksson esteves fedorov ferrara ferrer fiore fuchs galli
gallo garrido gatti georgiou gimenez giordano giuliani goossens grassi grasso guerra guidi hansson haugen herrero
hofmann horvat horvath huber iglesias ionescu jablonski jankowski janssens johansson jong jovanovic jung kaiser
kaminski kaplan kara karlsson kilic koc koch kohler konig korhonen koroglu kovacs kovalenko kozlowski krause krawczyk
krol kruger kucharski kurt kuznetsov kwiatkowski lang larsson lehmann leone lewandowski lombardi lombardo longo
lorenzo maes mancini marchi mariani marini martini matos mayer mazur mazza meier meijer mertens messina michalak
michalski molina monti morais morozov mulder nagy neri neves nikolaidis nikolic nilsson novak novotny nowakowski olsen
olsson pacheco pagano palumbo papadopoulos parisi pascual pastor pavlov pawlowski pedersen peeters pellegrini pereyra
persson petrov petrovic piras popovic prieto rinaldi rizzi rizzo roman rubio ruggiero salvi sanna santoro sanz sartori
schafer schmid schmitz schroder schubert schulze serra shevchenko silvestri smirnov smit sokolov sorrentino stan
stepien stoica suarez svensson svoboda szabo szymanski tavares testa tkachenko toth valentini varga vermeulen villa
virtanen visser vitale vogel volkov werner wieczorek willems winkler wisniewski wojciechowski wolff wouters wozniak
yavuz yildirim zajac ziegler zielinski zimmermann
`;

const more = `
abel abernathy acker albrecht alford amos archer arrington ashley aston avery bacon bain barlow barron barrow bartlett
bass battle bauer bean beard bender bernstein best bird bolton bond booker boone booth boyle bradshaw branch bray
brennan bright britt browning buck buckley burch burks burris butcher byers cabot calhoun callahan carey carlisle
carney cartwright case casey cash chaney chase christian christie church clements cleveland cline coffey colbert colon
combs compton conley conner connolly conrad conway cooke cooley cotton couch craft crane crosby crowley dalby daly
daugherty davenport decker delaney dempsey denton dickerson dickson dillon dodson doherty donahue donaldson donovan
dorsey dotson dougherty downs drew dudley duffy duke duran durham eastwood emerson english ennis erwin fairclough
faulkner finch finley fitzpatrick floyd foley forbes franco frost fry fulton gaines gallagher galloway gamble gates
gentry gilmore glass glenn goff golden good gould greenwood grimes hahn haley haney hardin harding hartley haslam
hatfield heath helms hendricks hendrix henson herman herring hess hester hewitt hickman hinton hobbs hodge hogan
holcomb holden holder holman holroyd hood hooper hoover horn horne house hubbard huffman hull humphrey hurley hurst
hutchins hyde irvine jarvis johns joyce justice kearney keith kemp kent kerrigan kershaw kidd kinney kirby kirkland
knapp knowles kramer lancaster langley lara lester levine lindsay livingston lockwood lott love lowery lynn macias
mackay maddox maher maldonado marsden marsh massey mathews mathis maynard mays mcbride mccall mccann mcclain mcclure
mcconnell mccullough mcdowell mcfarland mcintosh mcintyre mckay mckee mcknight mcmahon mcneil mcpherson melton mercer
merrill merritt middleton monroe montgomery mooney mueller naylor noble nolan oakley odom ogden orr osborn pace
parrish peck pickett pilkington pittman pollard potts preston prince proctor pruitt pugh rasmussen rigby rivers roach
roberson rodgers rollins rosario rosen rowland rush rutledge salas salinas santana savage sears sellers sexton shaffer
shannon sheppard sherwood shields short slater small snow spence stafford stanton stark stein stephenson strong stuart
summers sutcliffe sweet sykes talley tanner terrell threlfall tillman trevino trujillo tyson valencia vance vaughan
velez walden waller ware weeks weinberg weir wheatley whitaker whitfield whittaker wiggins wilder wilkes willard
winter witt woodard woodruff wooten workman wynn yoder zamora
`;

export const lastNames = wordSet(french, quebec, english, elsewhere, europe, more);
