/** Layers and circles: imports point only downward, and folders on the same storey never import each other. */

const { STOREYS, HOMES } = require('./scripts/tooling/storeys.cjs');

const HOUSE = Object.keys(STOREYS);
/** A unit test stands beside its unit and keeps to its storey, but may use what test/ sets up. */
const TEST_FILES = '\\.(test|fixture)\\.ts$';
const folders = (names) => `^(${names.join('|')})/`;

const storeyRules = Object.entries(STOREYS).map(([folder, { may, reason }]) => ({
  name: `storey-${folder}`,
  comment: reason,
  severity: 'error',
  from: { path: folders([folder]), pathNot: TEST_FILES },
  to: {
    path: `${folders([...HOUSE, 'scripts', 'test', 'web', 'bench'])}|^[^/]+\\.ts$`,
    pathNot: folders([folder, ...may]),
  },
}));

const homeRules = HOMES.map(({ library, homes, reason }) => ({
  name: `home-of-${library.split('|')[0]}`,
  comment: reason,
  severity: 'error',
  from: { path: folders(HOUSE), pathNot: `${folders(homes)}|${TEST_FILES}` },
  to: { path: `node_modules/(@types/)?(${library})/` },
}));

const typesOnly = (user, folder) => ({
  name: `${user}-knows-only-types-of-${folder}`,
  comment: `${user} is given what ${folder} makes; it only names its types`,
  severity: 'error',
  from: { path: folders([user]), pathNot: TEST_FILES },
  to: { path: folders([folder]), dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    ...storeyRules,
    ...homeRules,
    typesOnly('dialogs', 'understanding'),
    typesOnly('dialogs', 'platform'),
    typesOnly('understanding', 'scheduling'),
    {
      name: 'scheduling-has-luxon-only',
      comment: 'pure time: luxon is its only library, and Node gives it no file, no clock, no environment',
      severity: 'error',
      from: { path: '^scheduling/', pathNot: TEST_FILES },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'],
        pathNot: 'node_modules/(@types/)?luxon/',
      },
    },
    {
      name: 'locales-have-i18next-and-luxon-only',
      comment: 'words need no file, no clock and no environment',
      severity: 'error',
      from: { path: '^locales/', pathNot: TEST_FILES },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'],
        pathNot: 'node_modules/(@types/)?(i18next|luxon)/',
      },
    },
    {
      name: 'no-circles',
      comment: 'two files that need each other are one file, or lack a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'web-stands-alone',
      comment: 'the pages are a separate build that talks HTTP only',
      severity: 'error',
      from: { path: '^web/', pathNot: TEST_FILES },
      to: { path: `${folders([...HOUSE, 'scripts', 'test', 'bench'])}|^[^/]+\\.ts$` },
    },
    {
      name: 'nothing-imports-web',
      comment: 'the product serves what web builds; it does not import it',
      severity: 'error',
      from: { pathNot: '^(web|test)/' },
      to: { path: '^web/' },
    },
    {
      name: 'nothing-imports-test',
      comment: 'test may import anything; only unit tests beside their files and bench may use it',
      severity: 'error',
      from: { pathNot: `^(test|bench)/|${TEST_FILES}` },
      to: { path: '^test/' },
    },
    {
      name: 'composition-is-the-top',
      comment: 'servers and scripts put things together; nothing is built on them',
      severity: 'error',
      from: { path: folders(HOUSE), pathNot: TEST_FILES },
      to: { path: '^[^/]+\\.ts$|^scripts/' },
    },
    {
      name: 'no-unresolved',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies-only',
      comment: 'a package that only another package brought along may be gone tomorrow',
      severity: 'error',
      from: { path: folders(HOUSE), pathNot: TEST_FILES },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
