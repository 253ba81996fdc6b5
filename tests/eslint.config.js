import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import coreWebVitals from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Next's own rules, and ours on top. */
const config = [
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.rightsdesk/',
      'dist/',
      'lib/platform/db/generated/',
      'tests/.artifacts/',
      'next-env.d.ts',
    ],
  },
  ...coreWebVitals,
  ...typescript,
  {
    settings: { next: { rootDir: root } },
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-console': ['error', { allow: ['error'] }],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      // A leading underscore says that a value is taken apart only to leave it out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      // We do not run the React compiler, which is all that these virtual rows would trouble.
      'react-hooks/incompatible-library': 'off',
      // The accents of the controllers are a route: they come from the operator's configuration, after the build.
      '@next/next/no-css-tags': 'off',
    },
  },
  // A browser test closes what it opened: see the fixture there.
  {
    files: ['tests/e2e/**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@playwright/test', importNames: ['test'], message: 'Take test from tests/e2e/browser-test.ts.' },
          ],
        },
      ],
    },
  },
  // Commands and what tests start answer on standard output.
  { files: ['lib/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
];

export default config;
