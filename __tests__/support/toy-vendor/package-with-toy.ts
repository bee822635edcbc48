import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, type Ran } from '../cli/command-line';
import { scratchFolder } from '../scratch';

const root = join(__dirname, '../../..');

/** Where the copy of the package is. */
const folder = scratchFolder('with-toy-vendor');

/** What a user of such a package would write: every line that must not compile says so. */
const probe = `
import { allow, imCallbacks, refuse, rewrite } from './index';
import { type Message, messageOf, textOf } from './message';

imCallbacks({
  parlour: { key: 'a key of both sides' },
  beforeRoomKnock: (event) => {
    const guest: string = event.body.guest;
    const seat: 'parlour' = event.vendor;
    return guest === seat ? refuse({ code: 400, info: 'no' }) : rewrite({ seat: 1 });
  },
  onGroupMsg: (event) => {
    const words: string | undefined = event.body.words;
    return words === undefined ? undefined : Promise.resolve();
  },
});
imCallbacks({
  tencent: { sdkAppId: 1400000001 },
  parlour: { key: 'a key of both sides' },
  onGroupMsg: (event) => {
    // @ts-expect-error: two vendors are mounted, and one has no words
    event.body.words;
    if (event.vendor === 'parlour') event.body.words satisfies string | undefined;
  },
});
imCallbacks({
  parlour: { key: 'a key of both sides' },
  // @ts-expect-error: Parlour reads no such field
  beforeRoomKnock: () => rewrite({ chair: 1 }),
});
imCallbacks({
  parlour: { key: 'a key of both sides' },
  // @ts-expect-error: no vendor that is mounted has official accounts
  onOfficialAccountMsg: () => undefined,
});
imCallbacks({
  parlour: { key: 'a key of both sides' },
  onGroupMsg: (event) => {
    messageOf(event) satisfies Message;
    textOf(event) satisfies string;
  },
  beforeRoomKnock: (event) => {
    messageOf(event) satisfies undefined;
    // @ts-expect-error: nobody has said anything yet
    textOf(event);
    return allow();
  },
});
imCallbacks({
  // @ts-expect-error: the key is required
  parlour: {},
  beforeRoomKnock: () => allow(),
});
`;

/** What the compiler has to say about src with the toy vendor's folder and its two words in vendors/index.ts. */
export function compileWithToy(): string {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(__dirname, 'parlour'), join(folder, 'src/vendors/parlour'), { recursive: true });
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  nameVendor();
  writeFileSync(join(folder, 'src/probe.ts'), probe);
  const settings = { extends: join(root, 'tsconfig.json'), compilerOptions: { rootDir: 'src', outDir: 'dist' } };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['src'] }));
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder], { cwd: folder, encoding: 'utf8' }).stdout;
}

/** The one change outside of its folder. */
function nameVendor(): void {
  const file = join(folder, 'src/vendors/index.ts');
  const before = readFileSync(file, 'utf8');
  const after = before
    .replace(/^import .*from '\.\/tencent\/vendor';$/m, `$&\nimport { parlour } from './parlour/vendor';`)
    .replace(/^(export const vendors = \{.*?)^\};$/ms, '$1  parlour,\n};');
  if (after.split('parlour').length !== 4) throw new Error('vendors/index.ts has another form than this test knows');
  writeFileSync(file, after);
}

export const removeCopy = (): void => rmSync(folder, { recursive: true, force: true });

/** The path of a file of the compiled package, to be required. */
export const compiled = (file: string): string => join(folder, 'dist', file);

/** Runs the command line of the compiled package. */
export function commandLine(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return ended(startCommandLine(args, env));
}

export function startCommandLine(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [compiled('cli/main.js'), ...args], { env: { ...process.env, ...env } });
}

/** The text of docs/commands.md, as the scripts of the project write it from this package. */
export function commandsPage(): string {
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  mkdirSync(join(folder, 'docs/zh-CN'), { recursive: true });
  execFileSync(process.execPath, [join(folder, 'scripts/write-pages.js')]);
  return readFileSync(join(folder, 'docs/commands.md'), 'utf8');
}

/** What the scripts of the project write for editors from this package: what they say of a vendor's options, and the types of a topic. */
export function editorTexts(topic: string): { readonly handlers: string; readonly bodies: string } {
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  execFileSync(process.execPath, [join(folder, 'scripts/write-types.js')]);
  return {
    handlers: readFileSync(join(folder, 'src/vendors/handler-docs.ts'), 'utf8'),
    bodies: readFileSync(join(folder, `src/vendors/parlour/catalogue/bodies/${topic}.ts`), 'utf8'),
  };
}

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** What is against the order of the rooms in the package with the toy vendor; see .dependency-cruiser.js. */
export function importsAgainstTheRules(): string[] {
  const args = ['--config', join(root, '.dependency-cruiser.js'), '--output-type', 'json', 'src'];
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const cruised = spawnSync(process.execPath, [tool, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const violations: readonly Violation[] = JSON.parse(cruised.stdout).summary.violations;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
