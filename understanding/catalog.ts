/** What is on offer, in words: the names that a message can be matched against. */
import type { WeeklyHours, HoursException } from '../scheduling/business';

export interface Entry {
  readonly id: string;
  /** Every name and synonym in every language of the business. */
  readonly names: readonly string[];
}

export interface BranchEntry extends Entry {
  readonly zone: string;
  readonly hours: readonly WeeklyHours[];
  readonly exceptions: readonly HoursException[];
}

export interface VehicleEntry extends Entry {
  readonly label: string;
  readonly plate: string | null;
  readonly class: string | null;
}

export interface Catalog {
  readonly languages: readonly string[];
  /** ISO 3166 country whose national phone forms and plates are read. */
  readonly country: string;
  readonly services: readonly Entry[];
  readonly people: readonly Entry[];
  readonly branches: readonly BranchEntry[];
  /** The customer's own. */
  readonly vehicles: readonly VehicleEntry[];
  /** Whether the business works on vehicles at all. */
  readonly worksOnVehicles: boolean;
}
