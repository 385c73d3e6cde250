/** Jest: pure folders run without a database; the rest share one embedded PostgreSQL that globalSetup starts. */

const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs', ignoreDynamic: true },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/bench/peers/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const inFolders = (folders) => folders.map((folder) => `<rootDir>/${folder}/**/*.test.ts`);

module.exports = {
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: inFolders(['scheduling', 'understanding', 'locales', 'dialogs', 'bench', 'test/oracle']),
    },
    {
      ...shared,
      displayName: 'real',
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '<rootDir>/test/oracle/'],
      testMatch: [
        '<rootDir>/*.test.ts',
        ...inFolders([
          'platform',
          'models',
          'channels',
          'commands',
          'bot',
          'jobs',
          'api',
          'scripts',
          'web',
          'test',
        ]),
      ],
      globalSetup: '<rootDir>/test/setup/globalSetup.ts',
      globalTeardown: '<rootDir>/test/setup/globalTeardown.ts',
    },
  ],
};
