/** What happens around a visit, in memory: nothing, unless a test says what was. */
import type { LastVisitResult, ProfileView, VisitCommands } from '../../commands/visitTypes';
import type { FakeCommands } from './fakeCommands';

export class FakeVisits implements VisitCommands {
  /** Answers "the same as last time". */
  last: LastVisitResult = { kind: 'none' };

  constructor(readonly commands: FakeCommands) {}

  orders: VisitCommands['orders'] = async () => [];
  estimates: VisitCommands['estimates'] = async () => [];
  articleOn: VisitCommands['articleOn'] = async () => null;
  history: VisitCommands['history'] = async () => ({ kind: 'visits', visits: [], next: null });
  sameAsLast: VisitCommands['sameAsLast'] = async () => this.last;
  reportLate: VisitCommands['reportLate'] = async () => ({ kind: 'unknown' });
  answerEstimate: VisitCommands['answerEstimate'] = async () => ({ kind: 'unknown' });
  agreePrice: VisitCommands['agreePrice'] = async () => ({ kind: 'unknown' });
  estimatePrice: VisitCommands['estimatePrice'] = async ({ services }) => ({
    kind: 'unknown-service',
    service: services[0] ?? '',
  });
  profile: VisitCommands['profile'] = async () => ({ kind: 'profile', profile: this.#profile() });
  changeProfile: VisitCommands['changeProfile'] = async () => ({ kind: 'changed', profile: this.#profile() });

  #profile(): ProfileView {
    const { name, language, phone, assets } = this.commands.customer;
    return { name, language, phone, preferredChannel: null, channels: [], assets };
  }
}
