/** The waitlist in memory: who waits for what, and nobody is ever offered anything. */
import type { WaitlistCommands, WaitlistView } from '../../commands/waitlist/types';
import type { FakeCommands } from './fakeCommands';

export class FakeWaitlist implements WaitlistCommands {
  readonly entries: WaitlistView[] = [];

  constructor(readonly commands: FakeCommands) {}

  join: WaitlistCommands['join'] = async ({ service, branch, person, windows }) => {
    const entry: WaitlistView = {
      ...{ id: `w${this.entries.length + 1}`, customerId: this.commands.customer.id, status: 'waiting' },
      ...{ service, branch: branch ?? null, person: person ?? null, windows, priority: 0 },
      since: this.commands.shop.now,
      offer: null,
    };
    this.entries.push(entry);
    return { kind: 'waiting', entry };
  };

  leave: WaitlistCommands['leave'] = async (id) => {
    const at = this.entries.findIndex((each) => each.id === id);
    const [entry] = at < 0 ? [] : this.entries.splice(at, 1);
    return entry ? { kind: 'left', entry: { ...entry, status: 'left' } } : { kind: 'unknown' };
  };

  waits: WaitlistCommands['waits'] = async () => [...this.entries];
  decline: WaitlistCommands['decline'] = async () => ({ kind: 'gone' });
}
