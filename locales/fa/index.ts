/** The Persian texts, a file a subject. */
import again from './again.json';
import answer from './answer.json';
import approve from './approve.json';
import ask from './ask.json';
import book from './book.json';
import cancel from './cancel.json';
import choice from './choice.json';
import estimateTalk from './estimateTalk.json';
import faq from './faq.json';
import handoff from './handoff.json';
import history from './history.json';
import human from './human.json';
import intro from './intro.json';
import kin from './kin.json';
import late from './late.json';
import plain from './plain.json';
import plan from './plan.json';
import problem from './problem.json';
import profile from './profile.json';
import refused from './refused.json';
import repair from './repair.json';
import reschedule from './reschedule.json';
import series from './series.json';
import smallTalk from './smallTalk.json';
import status from './status.json';
import turn from './turn.json';
import twin from './twin.json';
import unbuilt from './unbuilt.json';
import visit from './visit.json';
import voice from './voice.json';
import waitlist from './waitlist.json';
import when from './when.json';
import why from './why.json';

const persian = {
  ...again,
  ...answer,
  ...approve,
  ...ask,
  ...book,
  ...cancel,
  ...choice,
  ...estimateTalk,
  ...faq,
  ...handoff,
  ...history,
  ...human,
  ...intro,
  ...kin,
  ...late,
  ...plain,
  ...plan,
  ...problem,
  ...profile,
  ...refused,
  ...repair,
  ...reschedule,
  ...series,
  ...smallTalk,
  ...status,
  ...turn,
  ...twin,
  ...unbuilt,
  ...visit,
  ...voice,
  ...waitlist,
  ...when,
  ...why,
};

export default persian;
