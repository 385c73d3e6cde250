/** The English texts, a file a subject. */
import problem from './problem.json';
import turn from './turn.json';

const english = { ...turn, ...problem };

export default english;
