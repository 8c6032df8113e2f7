import { existsSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

const typedProjects = ['tsconfig.test.json', 'apps/web/tsconfig.json'].filter((file) => existsSync(file));
const specFiles = ['**/*.spec.{ts,tsx}', 'test/**/*.ts'];
const toolingFiles = ['*.{js,cjs}', '{scripts,apps}/**/*.{mjs,cjs}', 'apps/web/vite.*.ts'];

const environmentMessage =
  'Only libs/config reads the environment. Take what you need from the config object.';
const environmentReads = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: environmentMessage },
  { selector: "MemberExpression[object.name='process'][property.value='env']", message: environmentMessage },
  {
    selector: "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
    message: environmentMessage,
  },
  { selector: 'ImportDeclaration[source.value=/^(node:)?process$/]', message: environmentMessage },
];

const clockMessage = 'The domain is pure: take the moment as an argument.';
const chanceMessage = 'The domain is pure: take identifiers and random choices as arguments.';
const impurities = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clockMessage },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockMessage },
  { selector: "CallExpression[callee.name='Date']", message: clockMessage },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: clockMessage },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: chanceMessage },
  {
    selector: "MemberExpression[object.name='crypto'][property.name=/^(randomUUID|getRandomValues)$/]",
    message: chanceMessage,
  },
];

const wholeSuiteMessage = 'Every test runs, every time.';
const partialSuites = [
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip)$/]',
    message: wholeSuiteMessage,
  },
  {
    selector: 'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
    message: wholeSuiteMessage,
  },
];

const restrict = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });
const lineLimit = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

/** The core rule, with `describe` callbacks let through: they hold tests, they are not functions to be read. */
const functionLength = builtinRules.get('max-lines-per-function');
const isDescribeCallback = ({ parent }, sourceCode) =>
  parent?.type === 'CallExpression' && /^describe\b/.test(sourceCode.getText(parent.callee));
const functionLengthInSpecs = {
  meta: functionLength.meta,
  create: (context) =>
    functionLength.create(
      Object.create(context, {
        report: {
          value: (found) => isDescribeCallback(found.node, context.sourceCode) || context.report(found),
        },
      }),
    ),
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.bistrom/', '**/*.generated.ts', '**/generated/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: typedProjects, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      complexity: ['error', 12],
      'max-lines': lineLimit(400),
      'max-lines-per-function': lineLimit(60),
      'no-console': 'error',
      ...restrict(environmentReads),
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
    },
  },
  {
    // Not in api, worker and market: a class named in a decorated constructor must stay a value import.
    files: ['libs/{config,domain,store}/**/*.ts', 'apps/{local,web}/**/*.{ts,tsx}', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  { files: ['libs/config/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['libs/domain/**/*.ts'], rules: restrict(environmentReads, impurities) },
  { files: ['apps/local/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Lists of what is in sight: the console is not compiled, so nothing of theirs is memoized unseen.
      'react-hooks/incompatible-library': 'off',
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': lineLimit(120) } },
  {
    files: specFiles,
    plugins: { specs: { rules: { 'max-lines-per-function': functionLengthInSpecs } } },
    rules: {
      'max-lines-per-function': 'off',
      'specs/max-lines-per-function': lineLimit(60),
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.spec.{ts,tsx}'], rules: restrict(environmentReads, partialSuites) },
  { files: ['libs/domain/**/*.spec.ts'], rules: restrict(environmentReads, impurities, partialSuites) },
  { files: ['libs/config/**/*.spec.ts', 'test/**/*.ts'], rules: restrict(partialSuites) },
  {
    ...tseslint.configs.disableTypeChecked,
    files: toolingFiles,
  },
  {
    files: toolingFiles,
    languageOptions: {
      globals: {
        Buffer: false,
        URL: false,
        console: false,
        performance: false,
        process: false,
        setTimeout: false,
      },
    },
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { __dirname: false, module: true, require: false } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
