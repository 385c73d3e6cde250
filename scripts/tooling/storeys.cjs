/** The storeys of the house (DESIGN): who may import whom, and where each library has its only home. */

/** Each folder with the folders it may import; a folder may always import itself. */
const STOREYS = {
  platform: { may: [], reason: 'platform is the ground: Node and libraries only' },
  scheduling: { may: [], reason: 'scheduling is pure time: no clock, no database, no words, no environment' },
  locales: { may: [], reason: 'locales are words alone: i18next and luxon' },
  models: { may: ['scheduling', 'platform'], reason: 'models keep; they neither talk nor act' },
  channels: {
    may: ['platform', 'locales'],
    reason: 'a channel is a wire, read and written; it knows no business',
  },
  understanding: {
    may: ['scheduling', 'locales', 'platform'],
    reason: 'understanding says what a person meant; it looks nothing up and does nothing',
  },
  commands: {
    may: ['models', 'scheduling', 'platform'],
    reason: 'a command acts for bot, API and desk alike, so it knows none of them and no words',
  },
  dialogs: {
    may: ['commands', 'understanding', 'scheduling', 'locales', 'platform'],
    reason: 'dialogs are data and a pure engine: never models, express or botbuilder',
  },
  bot: {
    may: ['dialogs', 'commands', 'understanding', 'models', 'channels', 'scheduling', 'locales', 'platform'],
    reason: 'the turn stands on everything below it, and knows no HTTP and no queue handlers',
  },
  jobs: {
    may: [
      'bot',
      'dialogs',
      'commands',
      'understanding',
      'models',
      'channels',
      'scheduling',
      'locales',
      'platform',
    ],
    reason: 'jobs and api are the two ways in; neither goes through the other',
  },
  api: {
    may: [
      'bot',
      'dialogs',
      'commands',
      'understanding',
      'models',
      'channels',
      'scheduling',
      'locales',
      'platform',
    ],
    reason: 'api and jobs are the two ways in; neither goes through the other',
  },
};

/** Libraries with one home each, so that they can be exchanged there. */
const HOMES = [
  {
    library: 'botbuilder|botframework-[^/]+',
    homes: ['bot'],
    reason: 'the SDK is archived: it stays at the edge',
  },
  { library: 'express|cors|helmet|ws', homes: ['api'], reason: 'HTTP and WebSocket have their home in api' },
  { library: 'sequelize|pg|umzug', homes: ['models', 'platform'], reason: 'the database is spoken to below' },
  { library: 'twilio', homes: ['channels'], reason: 'a provider’s library stays on its wire' },
  { library: 'i18next', homes: ['locales'], reason: 'words have their home in locales' },
  { library: 'pino', homes: ['platform'], reason: 'there is one log, and platform/log makes it' },
];

module.exports = { STOREYS, HOMES };
