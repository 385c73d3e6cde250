/** The file that a new business begins with: bookable as it is, and every line says what to put in its place. */
import { stringify } from 'yaml';

export interface Starter {
  readonly slug: string;
  readonly name: string;
  readonly language: string;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
}

/** Text that YAML reads back as it is, quoted where it must be. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

export function starterFile({ slug, name, language, country, currency, zone }: Starter): string {
  return `# ${name.replaceAll(/\s+/g, ' ')}. Change this file, then: npm run tenant -- import ${slug}.yaml
# A line that begins with # is a comment. What a key means, and which others there are: docs/your-business.md

slug: ${scalar(slug)} # in addresses, such as /demo/${slug}; it never changes
name: ${scalar(name)} # or one for each language: { en: My Shop, de: Mein Laden }
languages: [${language}] # the first is the one to begin with
country: ${scalar(country)} # whose national telephone numbers are read
currency: ${scalar(currency)} # of all prices below

policies:
  grid: 15 min # appointments begin at :00, :15, :30 and :45
  notice: 1 h # nobody books later than this before the start
  horizon: 60 days # nor earlier than this
  hold: 5 min # so long a time is kept for a customer who has not said yes
  cancellation: { free-until: 24 h, late-fee: 30 % } # or: always free

# vehicles: { van: 1.5 } # if you work on vehicles: a van takes half as long again, and costs so much more

channels:
  webchat: true
  # sms: { provider: twilio, account: '+493012345678' }

# holidays:
#   2026-12-25: Christmas Day
#   2026-12-31 to 2027-01-02: New Year

branches:
  main:
    name: Main
    zone: ${scalar(zone)}
    address: Your street 1, Your town
    hours:
      mon-fri: 09:00-12:30, 13:30-18:00
      sat: 10:00-14:00
    # exceptions:
    #   2026-12-24: 09:00-12:00
    #   2026-12-29: { open: closed, reason: Stocktaking }

people:
  first:
    name: Our team # a person's name, one entry for each
    # hours: { mon-wed: 09:00-12:30 } # if they work less than the branch is open

# bays:
#   lift-1: { name: Lift 1 }
# rooms:
#   room-1: { name: Room 1, capacity: 5 } # five at once

services:
  appointment:
    name: Appointment
    synonyms: [visit, consultation] # how else customers call it
    minutes: 30
    # buffer-after: 10 # to clean up before the next
    price: 50
    needs: [person] # or [person, bay], or [{ person: [first] }, room]
`;
}
