import tseslint from 'typescript-eslint';

/** Which packages a folder alone may import: the boundary is worth more than the convenience. */
const ownedPackages = [
  {
    packages: ['@mediapipe/*', '@tensorflow/*', '@litertjs/*'],
    owner: 'workers/ (and models/ for training)',
  },
  { packages: ['idb'], owner: 'src/storage/' },
  { packages: ['uplot'], owner: 'src/ui/charts/' },
];

const restrict = (exceptOwner) => [
  'error',
  {
    patterns: ownedPackages
      .filter(({ owner }) => !owner.startsWith(exceptOwner))
      .map(({ packages, owner }) => ({ group: packages, message: `Only ${owner} imports this.` })),
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      '.cache',
      'coverage',
      'public',
      'node_modules',
      'test/fixtures',
      'models/movement/weights',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-imports': restrict('nobody'),
      // Branded units are numbers; the rule does not see through the brand.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['workers/**/*.ts'], rules: { 'no-restricted-imports': restrict('workers/') } },
  { files: ['models/**/*.ts', 'test/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/storage/**/*.ts'], rules: { 'no-restricted-imports': restrict('src/storage/') } },
  { files: ['src/ui/charts/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': restrict('src/ui/charts/') } },
  {
    // Packed arrays: the index is computed from a constant layout, and `noUncheckedIndexedAccess` cannot know it.
    files: [
      'src/core/{movement,kinematics,pose,signal}/**/*.ts',
      'workers/movement/**/*.ts',
      'workers/litert/**/*.ts',
      'models/**/*.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // What does not fit has more than one purpose. All lines count: comments are read, too.
    files: ['{src,workers,scripts}/**/*.{ts,tsx}'],
    rules: { 'max-lines': ['error', 300], 'max-lines-per-function': ['error', 60] },
  },
  // Scripts and tests talk to a terminal.
  { files: ['scripts/**/*.ts', 'models/**/*.ts', 'test/**/*.{ts,tsx}'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    // A failed look-up fails the test by itself.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
