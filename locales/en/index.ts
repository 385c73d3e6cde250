/** The English texts, a file a subject. */
import dialogs from './dialogs.json';
import problem from './problem.json';
import turn from './turn.json';

const english = { ...dialogs, ...turn, ...problem };

export default english;
