/** The journal of a turn: every command's input and result, in order, so that the turn can be replayed without writing. */
import type { Commands } from '../commands/types';

export interface JournalEntry {
  readonly command: keyof Commands;
  readonly input: readonly unknown[];
  readonly result: unknown;
}

/**
 * The same commands, which note what they were asked and what they answered; one that throws leaves no note. They run one after
 * the other, in the order in which they were asked for: a transaction has one connection, and a replay needs one order.
 */
export function journaled(commands: Commands, entries: JournalEntry[]): Commands {
  let line: Promise<unknown> = Promise.resolve();
  const inLine = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const mine = line.then(run);
    // Whoever comes next waits for the end of this one, whatever end it is.
    line = mine.catch(() => undefined);
    return mine;
  };
  const noted =
    <Input extends readonly unknown[], Result>(
      command: keyof Commands,
      run: (...input: Input) => Promise<Result>,
    ): ((...input: Input) => Promise<Result>) =>
    (...input) =>
      inLine(async () => {
        const result = await run(...input);
        entries.push({ command, input, result: result === undefined ? null : result });
        return result;
      });
  return {
    availability: noted('availability', (input) => commands.availability(input)),
    explain: noted('explain', (input) => commands.explain(input)),
    hold: noted('hold', (input, key) => commands.hold(input, key)),
    move: noted('move', (input, key) => commands.move(input, key)),
    look: noted('look', (bookingId) => commands.look(bookingId)),
    renew: noted('renew', (bookingId) => commands.renew(bookingId)),
    release: noted('release', (bookingId) => commands.release(bookingId)),
    confirm: noted('confirm', (input, key) => commands.confirm(input, key)),
    quoteCancellation: noted('quoteCancellation', (bookingId) => commands.quoteCancellation(bookingId)),
    cancel: noted('cancel', (input, key) => commands.cancel(input, key)),
    upcoming: noted('upcoming', () => commands.upcoming()),
    raiseTask: noted('raiseTask', (input, key) => commands.raiseTask(input, key)),
    nameCustomer: noted('nameCustomer', (name) => commands.nameCustomer(name)),
    keepPhone: noted('keepPhone', (phone) => commands.keepPhone(phone)),
    keepLanguage: noted('keepLanguage', (language) => commands.keepLanguage(language)),
    keepAsset: noted('keepAsset', (asset) => commands.keepAsset(asset)),
  };
}
