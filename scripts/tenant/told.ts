/** What the tenant command did, in sentences for whoever sits at the terminal. */
import { changeText } from './changes';
import type { Created } from './createBusiness';
import type { Exported } from './exportBusiness';
import { problemText } from './file/problem';
import type { Imported } from './importBusiness';
import type { SecretSet } from './setSecret';
import { bookingText, type BookingToCome, type Refusal } from './toCome';

export function toldImport(imported: Imported, file: string): string {
  switch (imported.result) {
    case 'refused':
      return `${imported.problems.map((problem) => problemText(file, problem)).join('\n')}\nNothing is changed.`;
    case 'hindered':
      return `${imported.refusals.map(toldRefusal).join('\n')}\nMove or cancel these first. Nothing is changed.`;
    case 'unchanged':
      return `${imported.tenant}: nothing to change.`;
    case 'created':
      return `${imported.tenant}: created.`;
    case 'would-create':
      return `${imported.tenant} would be created. Nothing is written.`;
    case 'changed':
    case 'would-change':
      return toldChanges(imported);
  }
}

function toldRefusal({ path, rule, bookings }: Refusal): string {
  return [`${path}: ${rule}${bookings.length > 0 ? ':' : '.'}`, ...toldBookings(bookings)].join('\n');
}

function toldBookings(bookings: readonly BookingToCome[]): readonly string[] {
  return bookings.map((booking) => `  ${bookingText(booking)}`);
}

function toldHit(what: string, bookings: readonly BookingToCome[]): readonly string[] {
  if (bookings.length === 0) return [];
  return [`${what}, but kept; tell these customers, or move them:`, ...toldBookings(bookings)];
}

function toldChanges(imported: Extract<Imported, { readonly closedOut: unknown }>): string {
  const { tenant, version, changes, closedOut, beyondCapacity } = imported;
  const outside = toldHit('Outside the new hours', closedOut);
  const beyond = toldHit('More than there are seats for', beyondCapacity);
  const end =
    imported.result === 'changed'
      ? `${tenant} is changed (version ${String(version)}).`
      : 'This would change. Nothing is written.';
  return [`${tenant}:`, ...changes.map((each) => `  ${changeText(each)}`), ...outside, ...beyond, end].join(
    '\n',
  );
}

export function toldCreate({ tenant, file, apiKey }: Created, publicUrl: string): string {
  return [
    `${tenant} is there, and ${file} is its file. Change it, then: npm run tenant -- import ${file}`,
    `Chat as a customer: ${publicUrl}/demo/${tenant} (when nobat runs: npm start)`,
    `Key for the API, shown only now: ${apiKey}`,
  ].join('\n');
}

export function toldExport({ yaml, tenant }: Exported, file: string | undefined): string {
  return file === undefined ? yaml.trimEnd() : `${tenant} is written to ${file}.`;
}

export function toldSecret({ result, tenant, name }: SecretSet): string {
  switch (result) {
    case 'secret-set':
      return `${name} is kept for ${tenant}, sealed with SECRET_KEY.`;
    case 'secret-removed':
      return `${name} is taken away from ${tenant}.`;
    case 'unchanged':
      return `${tenant} has no ${name}: nothing to change.`;
  }
}
