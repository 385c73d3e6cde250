/** The English texts, a file a subject. */
import dialogs from './dialogs.json';
import problem from './problem.json';
import turn from './turn.json';
import visit from './visit.json';
import waitlist from './waitlist.json';

const english = { ...dialogs, ...turn, ...problem, ...waitlist, ...visit };

export default english;
