/** The API reference: the declarations that users have, of every entry in package.json, as Markdown. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from 'typedoc';
import { pageOfCommand } from './commands.mjs';
import { entries } from './entries.mjs';

const options = {
  plugin: ['typedoc-plugin-markdown'],
  tsconfig: join(import.meta.dirname, '..', 'tsconfig.api.json'),
  logLevel: 'Warn',
  readme: 'none',
  disableGit: true,
  disableSources: true,
  excludeExternals: true,
  // Types that no entry exports are shown by their names.
  validation: { notExported: false },
  groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases'],
  outputFileStrategy: 'modules',
  entryFileName: 'index',
  useCustomAnchors: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  typeDeclarationVisibility: 'compact',
  // Three columns fit on a phone: a name, its type, and what it is.
  tableColumnSettings: {
    hideDefaults: true,
    hideInherited: true,
    hideModifiers: true,
    hideOverrides: true,
    hideSources: true,
  },
};

export async function apiPages() {
  const app = await Application.bootstrapWithPlugins({ ...options, entryPoints: entries.map(({ types }) => types) });
  const project = await app.convert();
  if (project === undefined || app.logger.hasErrors()) throw new Error('no API reference: see the messages above');
  for (const module of project.children ?? []) shorten(module);
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  try {
    app.options.setValue('outputs', [{ name: 'markdown', path: folder }]);
    await app.generateOutputs(project);
    return readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({
        path: `api/${name.replaceAll('\\', '/')}`,
        head: { outline: [2, 3], isApi: true },
        text: readFileSync(join(folder, name), 'utf8'),
      }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A module under the name that it is imported by, without what another page says better. */
function shorten(module) {
  module.name = specifierOf(module);
  for (const type of module.children ?? []) {
    const wire = wireOfBody(type);
    if (wire !== undefined) {
      // The page of the command has the same fields, with their types and meanings.
      const up = '../'.repeat(module.name.split('/').length);
      type.comment.summary.push({ kind: 'text', text: ` [Its fields](${up}${pageOfCommand(wire)})` });
      leaveOut(type, () => true);
    } else leaveOut(type, ({ inheritedFrom }) => inheritedFrom !== undefined);
  }
}

/** The command whose body this type is, as its written docstring says. */
function wireOfBody({ comment }) {
  const text = (comment?.summary ?? []).map((part) => part.text).join('');
  return /^Body of `([^`]+)`\.$/.exec(text)?.[1];
}

function leaveOut(type, isLeftOut) {
  if (type.children === undefined) return;
  type.children = type.children.filter((child) => !isLeftOut(child));
  for (const group of type.groups ?? []) group.children = group.children.filter((child) => !isLeftOut(child));
  type.groups = type.groups?.filter(({ children }) => children.length > 0);
}

function specifierOf({ name }) {
  const files = [`/dist/${name}.d.ts`, `/dist/${name}/index.d.ts`];
  const entry = entries.find(({ types }) => files.some((file) => types.replaceAll('\\', '/').endsWith(file)));
  if (entry === undefined) throw new Error(`no entry of package.json is declared by ${name}`);
  return entry.specifier;
}
