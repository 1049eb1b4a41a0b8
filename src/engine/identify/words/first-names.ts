/**
 * Frequent first names, without accents: French, Québec, English, and those often met in both countries. Written from
 * general knowledge of common names, no list was copied.
 */
import { wordSet } from './word-set.ts';

const french = `
abel achille adam adelaide adele adeline adrien adrienne agathe agnes aime aimee alain alban albane albert alberte
alex alexandra alexandre alexia alexis alfred alice alicia aline alix alizee aloys alphonse amandine amaury ambre
amelia amelie anael anais anastasia anatole andre andree ange angela angele angelina angelique anna annabelle anne
annick annie anouk anselme anthony antoine antoinette antonin apolline ariane arielle aristide arlette armand armande
armelle arnaud arsene arthur astrid aude audrey auguste augustin augustine aurelie aurelien aurore axel axelle
baptiste barbara barnabe barthelemy basile bastien baudouin beatrice benedicte benjamin benoit berenice bernadette
bernard berthe bertrand blaise blanche blandine boris brice brigitte bruno camille candice capucine carine carla
carmen carole caroline cassandre catherine cecile cedric celeste celestin celestine celia celine chantal charlene
charles charline charlotte chloe christel christelle christian christiane christine christophe claire clara clarisse
claude claudette claudie claudine clelia clemence clement clementine clothilde clotilde clovis colette coline
constance constant constantin coralie corentin corinne cosette cyprien cyril cyrille damien daniel daniele danielle
danny daphne david deborah delphine denis denise desire desiree didier dimitri dominique donatien dorian dorothee
edgar edgard edith edmee edmond edmonde edouard edwige eglantine elea eleonore elia eliane elias eliette eline eliott
elisa elisabeth elise elodie eloise elsa emeline emeric emile emilie emilien emilienne emma emmanuel emmanuelle enzo
eric erica erwan esteban estelle esther etienne eudes eugene eugenie eulalie euphrasie eva evan evariste eve evelyne
fabien fabienne fabrice fanny fantine faustine felicie felicite felix ferdinand fernand fernande fiona firmin flavie
flavien fleur flora florence florent florentin florian florine france francine francis francisque franck francois
francoise frank fred frederic frederique gabin gabriel gabrielle gael gaelle gaetan gaetane garance gaspard gaston
gautier genevieve geoffrey geoffroy george georges georgette gerald geraldine gerard germain germaine gervais ghislain
ghislaine gilbert gilberte gildas gilles ginette gino gisele gislaine gregoire gregory guilhem guillaume gustave guy
gwenael gwenaelle gwendoline hadrien harmonie harold hector helene heloise henri henriette herve hilaire hippolyte
honore honorine horace hortense hubert hugo hugues huguette ignace ines ingrid irene iris isaac isabelle isaure
isidore isis ivan jacinthe jacky jacob jacqueline jacques jade jasmine jean jeanine jeanne jeannette jeannine jennifer
jeremie jeremy jerome jessica jessie joachim joanna jocelyn jocelyne joel joelle johan johann johanna johanne john
jonas jonathan jordan joris joseph josephine josette josiane josselin josue joyce jules julia julie julien julienne
juliette juline julius justin justine karim karine katia katy kelly kenzo kevin kilian killian laetitia lana lara
laura laure laureline laurence laurent laurette laurie laurine lazare lea leandre leane lena leo leon leonard leonce
leone leonie leonore leopold leopoldine lila lili lilian liliane lily lina linda line lionel lisa lisbeth lise lisette
livia liza loic lola lolita lorenzo loris lou louane louis louisa louise louison louka luc luca lucas luce lucette
lucie lucien lucienne lucile lucille ludivine ludovic lydia lydie lylou lyse madeleine mado mae maeline maelle maelys
maeva magali magalie magdalena mahaut malo manon manuel manuela marc marceau marcel marcelin marceline marcelle
margaux margot marguerite marianne marie mariette marilou marilyne marin marina marine marion marius marjorie marlene
marthe martial martin martine maryline maryse maryvonne mateo matheo mathias mathieu mathilde mathis mathurin matteo
matthias matthieu maud maude maureen maurice maurine max maxence maxime maximilien maxine maya medard melanie melina
melinda melissa melodie melody mercedes michel michele micheline michelle mickael mila milan milena milo mirabelle
mireille modeste moise monique morgan morgane muriel murielle mylene myriam nadege nadia nadine naomi narcisse natacha
natalia natasha nathalie nathan nathanael nell nelly nestor nicolas nicole nicoletta nils nina ninon noa noam noe noel
noelie noella noelle noemie nolan nolwenn nora norah norbert norman oceane octave octavie odette odile olga olive
olivia olivier olympe ombeline omer ondine opale ophelie oriane orlane oscar oswald pablo pacome palmyre pamela paola
pascal pascale pascaline patrice patricia patrick paul paule paulette paulin pauline pawel penelope perrine petronille
philibert philippe philippine philomene pierre pierrette pierrick placide priscilla priscille prosper prudence quentin
quitterie rachel raoul raphael raphaelle raymond raymonde rebecca regine regis reine remi remy renaud rene renee
reynald richard rita robert roberte robin roch roger roland rolande romain romane romaric romeo romuald romy ronan
rosa rosalie rose roseline roselyne rosemonde rosette rosine roxane ruben rudy ruth sabine sabrina sacha salome
samantha sami samuel sandie sandra sandrine sandy sara sarah sasha saturnin sebastien segolene serge servane severin
severine sidoine sidonie sigolene silvia simon simone sixtine soizic solange solene soline sonia sophie soraya
stanislas stella stephan stephane stephanie steve steven suzanne suzette suzie sylvain sylvaine sylvestre sylvette
sylvia sylviane sylvie tanguy tania tatiana teddy telma thais thea thelma theo theodore theodule theophile therese
thibaud thibault thibaut thierry thimothe thomas tifany tiffany timeo timothe timothee titouan tom tony toussaint
tristan tugdual ulysse urbain ursule valentin valentine valere valeria valerie valery vanessa venceslas vera veronique
vianney vicky victoire victor victoria victorien victorine vincent vincente vincianne violaine violette virgile
virginie viviane vladimir wallerand wendy werner wilfrid wilfried william xavier xaviere yael yanis yann yannick
yasmine yoan yoann yohan yohann yolaine yolande youna yvan yves yvette yvon yvonne yvonnick zacharie zelie zephirin
zita zoe zoey
`;

const quebec = `
alexane alexe alycia arianne audree aurele bertin bibiane billy carol carolane cassandra chanel claudia conrad dany
delima denyse dolores donald eloi emerik emilio emy ethienne euclide florida gedeon gemma guylain guylaine
hermenegilde hormidas isabel janick jaques jeannot jo joannie johane josee josianne judith karianne karl keven kim
laurier leanne lilianne loik lorraine lyne maelie maika malik mariane marilyn maxim mederic megane meganne mikael mona
nancy nathaelle nelson normand oneil ovila pier real rejean rejeanne rhea rolland rosaire rosaline roxanne samuelle
sheila soleil sylvianne thaddee ubald wilbrod yanick ymelda
`;

const english = `
aaron abby abigail addison adrian agatha aidan aiden alan alec alexander alison allan allen allison alyssa amanda
amber amy andrea andrew andy angie anita ann annabel annette april archie ariana arlene arnold ashley ashton aubrey
austin ava avery bailey barry becky belinda ben bernice beth bethany betty beverly bill blake bob bobby bonnie brad
bradley brandon brandy breanna brenda brendan brent brett brian brianna bridget brittany brooke bruce bryan bryce
byron caitlin caleb calvin cameron candace carl carlton carolyn carrie carson carter cassie cathy chad charlie chase
chelsea cheryl chester chris christa christina christopher christy cindy clarence clayton clifford clifton clint clyde
cody colin colleen connie connor corey cornelius courtney craig cristina crystal curtis cynthia daisy dale dallas
damon dan dana darla darlene darrell darren daryl dave dawn dean deanna debbie debra deirdre delbert della dennis
derek derrick desmond devin devon diana diane dianne dominic don donna doreen doris dorothy doug douglas duane dustin
dwayne dwight dylan earl ed eddie edmund edna eduardo edward edwin eileen elaine eleanor eli elijah elizabeth ella
ellen ellie elmer elsie emily erik erin ernest ernestine essie ethan ethel eunice evelyn everett faith faye felicia
fern floyd frances franklin freddie frederick gail garrett gary gavin gayle gene gertrude gina gladys glen glenda
glenn gloria gordon grace graham grant greg gretchen gwen gwendolyn hailey haley hannah harper harriet harrison harry
harvey hattie hazel heather heidi helen henry herbert herman hilda holly homer hope howard hugh hunter ian ida inez
ira irma irving isabella isaiah isla ivy jack jackie jackson jaime jake james jamie jan jana jane janet janice janie
jared jason jay jeanette jeff jeffery jeffrey jenna jennie jenny jeremiah jermaine jerry jesse jill jim jimmy joan
joann joanne jodi jodie jody joe joey johnnie johnny jon joshua joy juanita judy julian juliana june kaitlyn kara
karen kari karla kate katelyn katherine kathleen kathryn kathy katie katrina kay kayla keith kelley kelli kellie
kelsey ken kendall kendra kenneth kent kerry kimberly kirk krista kristen kristi kristie kristin kristina kristine
kristy krystal kurt kyle lance larry latoya lauren laverne lawrence leah lee leigh lela leland leroy leslie lester
leticia levi lewis liam lillian lillie lindsay lindsey lloyd logan lois lonnie lora loren loretta lori lowell lucia
lucy luella luke lula luther lyle lynda lynette lynn lynne mabel mable mack mackenzie madeline madison maggie malcolm
mamie mandy marcella marcia marcus margaret margarita margery margie maria marian marisa mark marla marlon marsha
marshall martha marty marvin mary maryann mason matt matthew mattie may megan melba melvin meredith merle mia micah
michael micheal miguel mike mildred milton mindy minnie miranda miriam misty mitchell molly monica morris moses myra
myrtle natalie nathaniel neal neil nellie nettie nicholas noah norma oliver ollie opal otis owen paige pam pat patsy
patti patty paula pearl peggy penny percy perry pete peter phil philip phillip phoebe phyllis preston rachael ralph
ramona randal randall randolph randy raquel ray regina reginald rena rex rhonda ricardo rick rickey ricky riley rob
robbie roberta robyn rochelle rodney roman ron ronald ronnie roosevelt rosemarie rosemary rosie ross roy ruby rudolph
rufus russell ryan sadie sally salvador sam sammy savannah scarlett scott sean sebastian seth shane shannon shari
sharon shaun shawn shawna shelby sheldon shelia shelley shelly sheri sherman sherri sherry sheryl shirley sidney silas
sofia sonja sonya sophia spencer stacey stacy stan stanley stephen sterling stewart stuart sue summer susan susie
sybil sydney sylvester tabitha tamara tami tammy tanya tara tasha taylor ted terence teresa teri terrance terrell
terrence terri terry theresa tia tim timothy tina todd tommie tommy toni tonya tracey traci tracy travis trent trevor
tricia trisha troy tyler tyrone velma verna vernon veronica vicki vickie viola violet virgil virginia vivian wade
wallace walter wanda warren wayne wendell wesley whitney wilbert wilbur wilfred willard willie willis wilma winifred
winston woodrow wyatt xander yolanda zachary
`;

const elsewhere = `
abdallah abdel abdelkader abdellah abderrahmane abdou abdoulaye abdul abdullah adama adel ahmed aicha aida aissata
aissatou aiyana akram alejandro alessandra alessandro ali alia alina alioune aliyah alpha amadou amal amar amel amina
aminata amine amir amira amit ana anastasiya andrei andres andrzej angel anh anil anjali ankit antonella antonia
antonio anwar arash arjun arun asma assane assia aya ayman aymen ayoub ayse aysha aziz aziza babacar bachir badr
bakary bao beatriz bilal bin binta boubacar boubakar brahim bruna carlos carolina catalina chen chiara chidi chinedu
cristian dae deepak diego dieynaba dina dmitri driss duc duong ebru edoardo ekaterina elena elif elvira emeka emilia
emre enrique esma esra fadila fadwa faisal fares farid farida fatiha fatima fatimah fatimata fatma fatou fatoumata
faycal federica federico felipe feng fernanda fernando filipe fouad francesca francesco francisco gabriela gaia
gerardo ghita giorgia giorgio giovanni giulia giuseppe gonzalo grzegorz guadalupe gurpreet habib hadja hafid hafida
hai haifa haitham hakim halima hamadi hamid hamza hana hanan hanane hans harpreet haruki hasan hassan hatem hatice
hayat helena hicham hind hiroshi hoang hong houda huda hung huong hussein ibou ibrahim ibrahima idriss idrissa ignacio
ikram ilaria ilham ilias ilyas ilyes iman imane imen imran inaya ioana ionut irina ismael ismail issa issam ivana
jamal jamila javier jia jin jing joao joaquin jorge jose juan julio jun kadiatou kamal kamel kamila kaoutar karima
katarzyna kenji kenza khadidja khadija khadim khaled khalid khalil khanh krishna krzysztof kumar kwame laila lakshmi
lamia lamine lan larbi latifa layla leila li lian liang lieu ling linh long lorena lotfi loubna luigi luis lukas lwazi
maha mahdi mahmoud mai maimouna malak malgorzata malick malika mamadi mamadou manal manish manoj marco marcos marek
mariam mariama mariana mario marta martina marwa marwan maryam massimo maurizio mehdi mehmet mei melek meriem meryem
mette mihai miloud mina ming minh mircea mirza mohamad mohamed mohammad mohammed moktar monia moulay mouna mounir
mourad moussa muhammad murat mustafa mustapha myung nabil nabila nacer nadir naima najat najib najwa nam nasser nassim
nawal nayla ndeye neha ngoc nguyen nicola nikhil nikolai noor nour nouredine nuno oleksandr olena omar otmane oualid
oumar oumou oussama paolo pedro petra phuong pietro piotr pooja pradeep priya quang quynh rabah rabia rachid rachida
radia rafael rafaela rafik rahul raja rajesh ramon rania rashid raul ravi rayan reda redouane rekha riad rida rima
roberto rocio rokhaya rosario ryad saad sabah sabri safa safia said saida sakina salah saleh salem salim salima salma
salvatore samba samia samir samira sana sandeep sanjay santiago santosh sarita sebastiano seif selim selma sergei
sergio seydou seynabou siham simona sofiane sokhna song souad soufiane souleymane sunil sunita suresh susana svetlana
tamar tarek tariq tatyana thanh thi thiago thierno thomasz thu tomasz tran trang tuan tung umar usman valentina vijay
viktor vinh vladislav wael wafa walid wassim wei wen xiao xin yacine yahya yan yasin yasmin yasmina yassin yassine yi
ying youcef younes youness yousra youssef youssouf yu yuki yusuf zahra zainab zakaria zaynab zeinab zhang zineb zohra
zoubida zoubir
`;

const europe = `
adriano agata agnieszka alba alberto aleksander aleksandra alessio alfonso alfredo alvaro amaya andreas angelo anja
anke annalisa anton ariadna armando arturo asli aurelio aysegul bartosz beata bernd bianca birgit burak can caterina
cem claudio concepcion concetta consuelo corrado dagmar dariusz davide deniz dieter dimitrios domenico dorota
elisabetta elke emanuele emine enrico erkan ernesto esperanza ester eugenio ewa fabio fabrizio fatih ferdinando flavio
fotini franca franco friedrich gaetano geraldo gianluca gianni ginevra gioia giovanna graziella greta guido gunter
hakan halina hanna heike heinz helga helmut horst huseyin iga ignazio ilse inga ingeborg inmaculada ioannis iwona
jadwiga jakub jens jesus jochen josefa jozef jurgen jutta kai karin karol klaus konrad krystyna lars lorenza luciano
luisa luiza lukasz maciej magda manfred marcello marcin margherita mariusz markus mauro mert metin michal michela
mirko monika nihat nikos nuria onur orhan osman ottavio oya pascual paulo pelin pilar purificacion rainer ramiro
reiner renate renato riccardo rocco rodrigo rolf rosaria rui sandro serkan sevgi silke sinem stefan stefania stefano
susanne sven swen szymon tadeusz teodoro thorsten tiago tiziana tomas tommaso torsten ugo umit ursula uwe valerio
vasco veronika vincenzo vittoria vittorio volker waldemar wieslaw wojciech wolfgang xavi yasemin zbigniew zeynep zofia
`;

export const firstNames = wordSet(french, quebec, english, elsewhere, europe);
