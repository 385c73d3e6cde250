/** Lines of a burst that are fragments: what says nothing by itself may be half a sentence with the line beside it. */
import type { Heard } from '../dialogs/talk';
import type { PendingMessage } from '../models/records';

/** Reads a text as if this message had said it. @param about a time was spoken of just before, so a number is an hour of it */
type Read = (message: PendingMessage, text: string, about: 'time' | null) => Heard;

interface Line {
  /** The first message of those that make the line: a yes among them is no younger than it. */
  readonly message: PendingMessage;
  readonly text: string;
  readonly heard: Heard;
}

/** Each message by itself, but for fragments: "I need", "an oil change" is one wish, and so is "Monday at", "10". */
export function hearTogether(messages: readonly PendingMessage[], read: Read): readonly Heard[] {
  const lines = messages.reduce<readonly Line[]>((lines, message) => {
    const line: Line = { message, text: message.text, heard: heardAfter(lines, message, read) };
    const before = lines.at(-1);
    const half = before && (saysNothing(before.heard) || saysNothing(line.heard));
    const joined = half ? join(before, line, read) : null;
    return joined ? [...lines.slice(0, -1), joined] : [...lines, line];
  }, []);
  return lines.map(({ heard }) => heard);
}

/** "Sorry, 11" behind "Thursday at 10" is another hour of that Thursday; what was on offer before is not what it is about. */
function heardAfter(lines: readonly Line[], message: PendingMessage, read: Read): Heard {
  const spoken = lines.some(({ heard }) =>
    heard.acts.some((act) => act.act === 'inform' && act.slot === 'when'),
  );
  return read(message, message.text, spoken ? 'time' : null);
}

/** Null where together they say no more than apart. */
function join(before: Line, after: Line, read: Read): Line | null {
  const text = `${before.text} ${after.text}`;
  const heard = read(before.message, text, null);
  const apart = [before.heard, after.heard]
    .flatMap(({ acts }) => acts)
    .filter(({ act }) => act !== 'unknown');
  const fits = !saysNothing(heard) && apart.every(({ act }) => heard.acts.some((each) => each.act === act));
  return fits ? { message: before.message, text, heard } : null;
}

function saysNothing({ acts }: Heard): boolean {
  return acts.every(({ act }) => act === 'unknown');
}
