/** Ordinary English words: never a typing error of another word, never a person's name. */

/** Words that tell English from the other languages of the house. */
const MARKS = `
a an the and or but of to in on at by for with from is are was were am be been do does did have has had can could
would shall should might must i you he she it we they me my your his her its our their this that these those what
when where which who how why not yes please thanks thank hello hi hey there here any some much many more need want like
get got book make take come go see let know there's i'm i'd i'll i've it's don't can't won't what's that's let's you're
tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday morning afternoon evening next week
`;

const OTHERS = `
will may summer winter spring autumn bookings reservations able about above accept account across actually add address advance after again against ago ahead all almost alone along
already alright also always amazing angry another answer anybody anyone anything anytime anyway anywhere apart apparently
appointment appointments apologies apology approve are area aren't around arrange arrive arrives arriving as ask asked asking
available availability away awesome awful baby back backup bad bank barely based basic basically because become bed
before begin behind being believe below beside best better between big bill birthday bit black block blue board body booking bookings boss
both bother bottom bought box boy brand break breakfast breaks bring bringing broke broken brother brought brown build
busy buy cab call called calling calls came can cancel cancelled cancellation card cards care careful carefully cars car case cash cat
catch cause certain certainly chair chance change changed changes changing charge cheap cheaper check checked checking
cheers child children choice choose city class clean cleaned clear clearly click clock close closed closer clothes coat
code coffee cold colleague college comes coming comfortable company complain complaint complete completely computer concerned
confirm confirmation confirmed confused contact continue cool correct cost costs couldn't country couple course cover crazy
credit customer customers cut dad daily damn dark data date dates daughter day days dead deal dear decide deep definitely delay
delayed delete deliver depend depends describe desk detail details didn't die difference different difficult dinner direct
directions dirty disappointed discount discuss doctor doesn't dog doing done door doors double doubt down draft drive driver
driving drop dropped due during duration each earlier earliest early earn easier easily east easy eat edge eight eighteen
eighty either electric eleven else email emergency empty end engine english enough enter entire error especially even
event ever every everybody everyone everything everywhere exact exactly example excellent except exchange excited excuse
exit expect expensive experience explain extra extremely eye eyes face fact fair fall false family fantastic far fast
father faster fault favour favor fee feel feeling feet fell few field fifteen fifty figure file fill final finally find
fine finish finished fire first fit fits five fix fixed flat flexible floor focus follow following foot forgot forget form
former forty forward found four fourteen free frequently fresh friend friends front full fully fun funny further future
game garage gas gave general german give given giving glad glass goes going gone good goodbye grand great green grey ground
group guess guy guys hadn't hair half hall hand handle hang happen happened happens happy hard hardly hasn't hate haven't
having head hear heard hearing heart heavy held help helped helpful helping hence herself high himself hint hold holiday home
honest honestly hope hoping horrible hospital hot hour hours house however hundred hurry hurt husband i'd idea idiot if
ill important impossible inform information inside instead insurance interested issue itself job join just keep keeping
kept key keys kid kids kind kindly knew known lady language last late lately later latest laugh lead learn least leave
leaving left leg less letter level lie life lift light lights line link list listen little live lived living local location
long longer look looked looking looks lord lose lost lot lots loud love low luck lucky lunch lunchtime machine mad made mail main
maintenance major making man manage manager map mark market married matter maybe mean meaning means meant meet meeting
member men mention message met middle midday midnight mile miles mind mine minor minute minutes miss missed missing mistake mix
mobile moment mom mum money month monthly months mood most mostly mother move moved moving mr mrs ms must myself name named
names near nearest nearly neck needed needs neither nervous never new news nice night nine nineteen ninety nobody noise
none noon nope nor normal normally north note nothing notice now number numbers o'clock object obviously odd off offer
offered office often oh okay ok old once one ones online only onto open opening openings opens operator opinion opposite option
options order ordinary original other others otherwise ought ours ourselves out outside over own owner page paid pain
paint pair paper parent park parking part parts party pass past pause pay paying payment people per perfect perfectly perhaps
period person personal phone phoned photo pick picked piece place places plan planning plans plate play pleased pleasure plenty plus
point police policy polite poor possible possibly post postpone prefer preferably present press pretty previous price prices
private probably problem problems proceed promise proper properly provide public pull push put quarter question questions quick
quickly quiet quite quote rain ran rate rather reach read ready real really reason receive received recent recently red
refund regarding regards regular remember remind reminder remove rent repair repaired repairs repeat replace replaced reply report
request require reschedule reservation reserve reserved rest result return ride right ring road robot room rough round rubbish rude
run running rush sad safe said same sat save saw say saying says schedule scheduled school second seconds section seem seems seen
send sent separate serious seriously serve service services set seven seventeen seventy several shape share sharp she'll
shop short shortly shouldn't shout show shut sick side sign silly simple simply since single sir sister sit site situation
six sixteen sixty size sleep skip slightly slot slots slow slowly small smart smell smile smoke smooth so social sold somebody
someone something sometime sometimes somewhere son soon sooner soonest sorry sort sound sounds south space speak speaking special
specific spell spend spoke spoken spot staff stand standard start started starting starts state station status stay step
still stop stopped store story straight strange street strong stuck stuff stupid such sudden suddenly suggest suit suits
sunny super support supposed sure surely swap sweet switch system table taken takes taking talk talked talking tall team
tell ten terrible terribly test text texting texts than that'll them themselves then therefore they're they've thing
things think third thirteen thirty though thought thousand three through throughout thru ticket till time times tired
together told ton too took tool top total touch tough toward towards town track traffic train travel tried trip trouble
true truly trust try trying turn turned twelve twenty twice two type typical uncle under understand understood unfortunately
unhappy unit unless unlikely until unusual up update upon upset urgent us use used useful using usual usually value various
very via view visit voice wait waited waiting walk walked wall wanted wants war warm warning wasn't waste watch water way
ways we'd we'll we're we've wear weather weekday weekdays weekend weekends weekly weeks weird welcome well went weren't
west whatever wheel whenever whether while white whoever whole whom whose wife willing window wish wishes within without
woman women won wonder wonderful wondering wood word words work worked working works world worried worry worse worst worth
wouldn't wow write writing wrong wrote yeah year years yellow yep yes yesterday yet you'd you'll you've young yours
yourself zero noted exhausted tried late lovely brilliant cracking alternative alternatives another busy ages annual anybody
afterwards beforehand soonish roughly approximately ideally apologise apologize assist assistance agent advisor human
hers theirs skip wifi complaint waitlist fuck fucking shit booked books tank seat seats wash rear bike pump hose belt belts gear gears fuse lamp horn coil worn dent dents leak leaks leaking brake
engine tyre tire wiper wipers mirror bumper exhaust clutch rust squeak sec secs mins min hr hrs lol omg haha ugh hmm hm erm um uh er ah oops ooh nah nvm
`;

function wordsOf(list: string): string[] {
  return list.split(/\s/).filter((word) => word !== '');
}

export const ENGLISH_MARKS: ReadonlySet<string> = new Set(wordsOf(MARKS));
export const ENGLISH_WORDS: ReadonlySet<string> = new Set([...wordsOf(MARKS), ...wordsOf(OTHERS)]);
