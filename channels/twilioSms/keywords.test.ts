/** Compliance words of SMS: whole messages only, however they are dressed. */
import { smsKeyword } from './keywords';

describe('opt-out', () => {
  it.each([
    'STOP',
    'STOPALL',
    'UNSUBSCRIBE',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
    'ARRET',
    'BAJA',
    'PARAR',
    'STOPP',
  ])('%s', (word) => expect(smsKeyword(word)).toBe('stop'));

  it.each([
    ['stop', 'lower case'],
    ['  StOp \n', 'white space'],
    ['Stop!!!', 'punctuation'],
    ['"stop."', 'quotes'],
    ['STOP\u200b', 'zero width'],
    ['\u202eSTOP\u202c', 'bidi marks'],
    ['ＳＴＯＰ', 'full width'],
    ['stop 🛑', 'emoji'],
    ['🙏🏽 stop', 'emoji with skin tone'],
    ['Opt-out', 'hyphen'],
    ['opt out', 'two words'],
    ['Arrêt', 'accent'],
    ['إيقاف', 'Arabic'],
    ['توقف', 'Persian'],
  ])('%j (%s)', (text) => expect(smsKeyword(text)).toBe('stop'));

  it.each(['CANCEL', 'cancel', 'Cancel.', 'ＣＡＮＣＥＬ', 'CANCEL\u200b', 'cancel ❌'])('a bare %j', (text) =>
    expect(smsKeyword(text)).toBe('cancel-stop'),
  );
});

describe('opt-in and help', () => {
  it.each(['START', 'start!', 'UNSTOP', 'unstop 🙂'])('%j opts in', (text) =>
    expect(smsKeyword(text)).toBe('start'),
  );

  it('yes is an answer, not an opt-in', () => expect(smsKeyword('Yes')).toBeNull());

  it.each(['HELP', 'help?', 'INFO', 'ｉｎｆｏ'])('%j', (text) => expect(smsKeyword(text)).toBe('help'));
});

describe('no keyword', () => {
  it.each([
    'cancel my appointment',
    'please stop by at 10',
    'at the end of the week',
    'can I quit the waiting list',
    'C',
    'stopwatch',
    'yes please start at 10',
    'I need help',
    'canceled',
    '🛑',
    '',
    '...',
    '\u200b',
    '\ud83d',
  ])('%j', (text) => {
    expect(smsKeyword(text)).toBeNull();
  });
});
