/** An estimate is answered line by line in the words that people use, and what is no answer is read like any other message. */
import { hearing } from '../support/hear';
import { understand } from '../understand';

const TWO = ['Front brakes', 'Tyres'];
const THREE = ['Front brake discs', 'Rear brake discs', 'Wiper blades'];

function answers(text: string, lines: readonly string[]): string {
  const heard = hearing(text, { asking: 'line' });
  const { acts } = understand({ ...heard, asking: { asking: 'line', choices: [], lines } });
  return acts
    .map((act) => ('lines' in act ? `${act.act} ${act.lines?.join(',') ?? ''}` : act.act))
    .join(' | ');
}

test.each([
  ['brakes yes, tyres no', 'affirm 1 | deny 2'],
  ['yes to the brakes and no to the tyres', 'affirm 1 | deny 2'],
  ['Brakes: yes. Tyres: no.', 'affirm 1 | deny 2'],
  ['brakes yes tyres no', 'affirm 1 | deny 2'],
  ['1 yes 2 no', 'affirm 1 | deny 2'],
  ['only the first', 'affirm 1 | deny 2'],
  ['just do the brakes please', 'affirm 1 | deny 2'],
  ['brakes only', 'affirm 1 | deny 2'],
  ['the brakes', 'affirm 1'],
  ['everything except the tyres', 'affirm 1 | deny 2'],
  ['all but the tires', 'affirm 1 | deny 2'],
  ['yes, but not the tyres', 'affirm 1 | deny 2'],
  ['not the tyres', 'deny 2'],
  ["don't do the tyres, the rest is fine", 'affirm 1 | deny 2'],
  ['brakes and tyres yes', 'affirm 1,2'],
  ['ok do the breaks but leave the tyres for now', 'affirm 1 | deny 2'],
  ['no, only the brakes', 'affirm 1 | deny 2'],
  ['tyres are too expensive, brakes ok', 'affirm 1 | deny 2'],
  ['the second can wait', 'deny 2'],
  ['the last one no', 'deny 2'],
  ['brkes yes, tyres no', 'affirm 1 | deny 2'],
  ['ok the brakes yes the rest no', 'affirm 1 | deny 2'],
  ['the brakes too', 'affirm 1'],
  ['can you just do the brakes?', 'affirm 1 | deny 2'],
])('%s, of two', (text, means) => {
  expect(answers(text, TWO)).toBe(means);
});

test.each([
  ['the first two', 'affirm 1,2'],
  ['yes to front and rear discs, no wipers', 'affirm 1,2 | deny 3'],
  ['brakes yes, wipers no', 'affirm 1,2 | deny 3'],
  ['only the wiper blades', 'affirm 3 | deny 1,2'],
  ['not the rear ones', 'deny 2'],
  ['front brake discs please, not the others', 'affirm 1 | deny 2,3'],
])('%s, of three', (text, means) => {
  expect(answers(text, THREE)).toBe(means);
});

test.each([
  ['yes', 'affirm'],
  ['no', 'deny'],
  ['approve all', 'affirm'],
  ['yes to everything', 'affirm'],
  ['none of it', 'deny'],
  ['both', 'affirm'],
  ['do it all', 'affirm'],
  ['nothing please', 'deny'],
  ['too expensive', 'human'],
  ['how much are the tyres', 'ask | inform'],
  ["what's the total?", 'ask'],
  ['why?', 'ask'],
  ['why the tyres?', 'ask | inform'],
  ['what are the tyres for?', 'ask | inform'],
  ['let me think about it', 'pause'],
])('%s is no answer to a single line', (text, means) => {
  expect(answers(text, TWO)).toBe(means);
});

test.each([
  ['no, the tyres too', 'affirm 2'],
  ['no, tyres yes as well', 'affirm 2'],
  ['yes but not the tyres', 'deny 2'],
])('%s, beside a read-back, changes that line alone', (text, means) => {
  const heard = hearing(text, { asking: 'confirm' });
  const { acts } = understand({ ...heard, asking: { asking: 'confirm', choices: [], lines: TWO } });
  expect(
    acts.map((act) => ('lines' in act ? `${act.act} ${act.lines?.join(',') ?? ''}` : act.act)).join(' | '),
  ).toBe(means);
});
