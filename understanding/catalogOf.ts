/** The catalog of a business: every name by which a customer may call what is on offer. */
import type { Branch, Business, Names, Resource, Service } from '../scheduling/business';
import type { BranchEntry, Catalog, Entry, VehicleEntry } from './catalog';
import { countryOf } from './country';

/** A business that may say itself in which country it is. */
export type Named = Business & { readonly country?: string };

type Offer = Omit<Catalog, 'vehicles'>;

/** A business's part does not change while its object lives; only the vehicles are the customer's own. */
const offers = new WeakMap<Named, Offer>();

/** Names and synonyms in every language of the business, with the vehicles of the customer who writes. */
export function catalogOf(business: Named, vehicles: readonly VehicleEntry[]): Catalog {
  return { ...offerOf(business), vehicles };
}

function offerOf(business: Named): Offer {
  const known = offers.get(business);
  if (known) return known;
  const offer: Offer = {
    languages: business.languages,
    country: business.country ?? countryOf(business.branches[0]?.zone ?? 'UTC'),
    services: business.services.map(service),
    people: business.resources.filter((resource) => resource.kind === 'person').map(person),
    branches: business.branches.map(branch),
    worksOnVehicles: business.assets?.kind === 'vehicle',
  };
  offers.set(business, offer);
  return offer;
}

function service(offered: Service): Entry {
  return {
    id: offered.id,
    names: distinct([...words(offered.names), ...Object.values(offered.synonyms).flat()]),
  };
}

function person(resource: Resource): Entry {
  return { id: resource.id, names: distinct(words(resource.names)) };
}

function branch(place: Branch): BranchEntry {
  const { id, zone, hours, exceptions } = place;
  return {
    id,
    names: distinct([...words(place.names), id, ...street(place.address)]),
    zone,
    hours,
    exceptions,
  };
}

/** The street by which a place may be called: "Prinzenallee 80, 13357 Berlin" is "Prinzenallee". */
function street(address: string): string[] {
  const name = /^[^\d,]{5,}/u.exec(address)?.[0].trim();
  return name === undefined ? [] : [name];
}

function words(names: Names): string[] {
  return Object.values(names);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
