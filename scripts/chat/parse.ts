/** Reads a `.chat` file; what it does not know is refused with line and rule, never skipped. */
import { parseHeader } from './parseHeader';
import { ChatFileError, type ChatFile, type Operator, type Step, type Utterance } from './chatFile';

const TALK = /^(user\+?|other\([^)]*\)|bot!?|choices|agent|staff|wait|redeliver|restart|expect):\s*(.*)$/u;
const EXPECT = /^(count\()?([a-zA-Z][\w.[\]]*)(\))?\s*(!=|!~|>=|<=|=|~)\s*(.*)$/u;
const UNIT_MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** @param name shown in errors; @param source the whole text of the file. */
export function parseChat(name: string, source: string): ChatFile {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const firstTalk = lines.findIndex((line) => TALK.test(line));
  if (firstTalk < 0)
    throw new ChatFileError(name, lines.length, 'the file has no talk: no line begins with "user:"');
  const header = parseHeader(name, lines.slice(0, firstTalk));
  const steps: Step[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < firstTalk || line.trim() === '' || line.startsWith('#')) continue;
    steps.push(parseStep(name, index + 1, line));
  }
  return { name, header, steps };
}

function parseStep(file: string, line: number, source: string): Step {
  const match = TALK.exec(source);
  const refuse = (rule: string): never => {
    throw new ChatFileError(file, line, rule);
  };
  if (!match) return refuse(`"${source.trim()}" is neither a talk line, a comment nor empty`);
  const [, word = '', rest = ''] = match;
  const at = { line, source: source.trim() };
  if (word.startsWith('other('))
    return { ...at, kind: 'other', address: otherAddress(word, refuse), said: utterance(rest, refuse) };
  switch (word) {
    case 'user':
    case 'user+':
      return { ...at, kind: 'user', said: utterance(rest, refuse), together: word === 'user+' };
    case 'bot':
    case 'bot!':
      return { ...at, kind: 'bot', pattern: filled(rest, 'a pattern', refuse), not: word === 'bot!' };
    case 'choices':
      return {
        ...at,
        kind: 'choices',
        labels: filled(rest, 'labels', refuse)
          .split('|')
          .map((label) => label.trim()),
      };
    case 'agent':
    case 'staff':
      return { ...at, kind: word, deed: filled(rest, 'a deed', refuse) };
    case 'wait':
      return { ...at, kind: 'wait', minutes: waitMinutes(rest, refuse) };
    case 'redeliver':
    case 'restart':
      return rest.trim() === '' ? { ...at, kind: word } : refuse(`"${word}:" stands alone`);
    default:
      return { ...at, kind: 'expect', ...expectation(rest, refuse) };
  }
}

type Refuse = (rule: string) => never;

function filled(text: string, what: string, refuse: Refuse): string {
  return text.trim() === '' ? refuse(`${what} is missing after the colon`) : text.trim();
}

function otherAddress(word: string, refuse: Refuse): string {
  const address = word.slice('other('.length, -1).trim();
  return /^\+\d{6,15}$/u.test(address)
    ? address
    : refuse(`other(…) takes a phone number like +4915112345678, not "${address}"`);
}

function waitMinutes(text: string, refuse: Refuse): number {
  const match = /^(\d{1,5})([mhd])$/u.exec(text.trim());
  const unit = UNIT_MINUTES[match?.[2] ?? ''];
  if (!match || unit === undefined)
    return refuse(`wait takes minutes, hours or days like 30m, 25h, 2d, not "${text.trim()}"`);
  return Number(match[1]) * unit;
}

function utterance(text: string, refuse: Refuse): Utterance {
  const match = /^\[([a-z]+)\s*([^\]]*)\]\s*(.*)$/u.exec(text);
  if (!match) return { kind: 'text', text, argument: '' };
  const [, kind = '', argument = '', caption = ''] = match;
  if (kind === 'image' || kind === 'voice' || kind === 'location')
    return { kind, text: caption, argument: argument.trim() };
  if (kind === 'button') return { kind, text: argument.trim(), argument: argument.trim() };
  return refuse(`[${kind}] is not a kind of message: image, voice, location or button`);
}

function expectation(
  text: string,
  refuse: Refuse,
): { counted: boolean; path: string; operator: Operator; value: string } {
  const match = EXPECT.exec(text.trim());
  if (!match || (match[1] === undefined) !== (match[3] === undefined))
    return refuse(`"${text.trim()}" is not "PATH OPERATOR VALUE" with one of = != ~ !~ >= <=`);
  return {
    counted: match[1] !== undefined,
    path: match[2] ?? '',
    operator: match[4] as Operator,
    value: (match[5] ?? '').trim(),
  };
}
