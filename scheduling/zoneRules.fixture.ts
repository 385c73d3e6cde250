/** Zone rules of a tomorrow that may never come: some zones keep the clocks of others. */
import { runtimeRules, type ZoneRules } from './recompute';

/** @param clocks whose clocks a zone keeps, by zone */
export function rulesAsOf(clocks: Readonly<Record<string, string>>): ZoneRules {
  const clocksOf = (zone: string): string => clocks[zone] ?? zone;
  return {
    knows: (zone) => runtimeRules.knows(clocksOf(zone)),
    toInstant: (local, zone) => runtimeRules.toInstant(local, clocksOf(zone)),
    toLocal: (minute, zone) => runtimeRules.toLocal(minute, clocksOf(zone)),
    offsetAt: (minute, zone) => runtimeRules.offsetAt(minute, clocksOf(zone)),
  };
}
