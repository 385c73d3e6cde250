/** The English texts, a file a subject. */
import turn from './turn.json';

const english = { ...turn };

export default english;
