import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The only members of Math whose result is the same bits in every engine. */
const exactMath = 'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc';

const readonly = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const determinism = {
  'no-restricted-globals': [
    'error',
    ...['Date', 'performance', 'crypto', 'Intl', 'setTimeout', 'setInterval'].map((name) => ({
      name,
      message: 'The model must give the same bits in every run: no clock, locale or other randomness.',
    })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: `MemberExpression[object.name='Math']:not([computed=false][property.name=/^(${exactMath})$/])`,
      message: 'Its last bit differs between engines (or it is random): use the functions of engine/random.',
    },
    {
      selector: "VariableDeclarator[init.name='Math']",
      message: 'Write Math.floor(x) in full, so that the rule on exact functions can see it.',
    },
    {
      selector: ":matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])",
      message: 'The last bit of ** differs between engines: multiply, or use exp and ln of engine/random.',
    },
    {
      selector: 'MemberExpression[property.name=/^(localeCompare|toLocale[A-Za-z]*)$/]',
      message: 'The result depends on the locale: compare with < or code points.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'screenshots/', 'test-results/', 'ui/public/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['engine/{random,evidence,population,model}/**/*.ts', 'engine/{run,trace}.ts'],
    rules: determinism,
  },
  {
    files: ['tests/bench/**', 'engine/cli/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: readonly('process', 'console', 'URL', 'module', 'performance') },
  },
  {
    files: ['tests/bench/time-page.mjs'], // half of it runs in the page
    languageOptions: { globals: readonly('window', 'document', 'addEventListener', 'requestAnimationFrame') },
  },
);
