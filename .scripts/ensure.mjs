// Installs what is missing: the packages; with --browser a Chrome or Chromium; with --slurm, in CI, a Slurm for its tests.
// Plain Node and no package, as it runs before there are any.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function stop(message) {
  console.error(`accord: ${message}`);
  process.exit(1);
}

/** Runs a command in the project's folder and says whether it succeeded. */
function succeeds(command, ...parameters) {
  try {
    execFileSync(command, parameters, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    return true;
  } catch {
    return false;
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node ${process.versions.node} must be 20.19 or newer: install one from https://nodejs.org`);
  }
}

function ensurePackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.error('accord: installing the packages (npm ci)');
  const { status, error, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const said = `${stderr ?? ''}${error?.message ?? ''}`;
  console.error(said.trimEnd());
  stop(`the packages could not be installed: ${npmCause(said)}`);
}

/** What made npm fail, by the error code that it names, and the remedy. */
function npmCause(said) {
  const cannotWrite =
    'npm cannot write to its cache or to this folder: give it room and the right to, ' +
    'or set npm_config_cache to a folder that can be written';
  const cannotReach =
    'npm cannot reach a package registry: connect, or set npm_config_registry to one that can be reached';
  if (/\b(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR)\b/.test(said)) return cannotWrite;
  if (
    /\b(ECONN[A-Z]+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(said)
  ) {
    return cannotReach;
  }
  return `npm says why above. Often ${cannotWrite}; or ${cannotReach}`;
}

async function ensureBrowser() {
  const { findBrowser } = await import('./browser.mjs');
  if (await findBrowser()) return;
  const ways = [
    ["Debian's chromium", () => installDebian('chromium', 'fonts-dejavu-core')],
    ["Playwright's chromium", () => succeeds('npx', 'playwright-core', 'install', 'chromium')],
  ];
  for (const [name, install] of ways) {
    console.error(`accord: no Chrome or Chromium found, trying to install ${name}`);
    if (install() && (await findBrowser())) return;
  }
  stop(
    'the tests of the page need a Chrome or Chromium, and none could be installed: install one, ' +
      'or set the variable CHROMIUM to the path of one',
  );
}

/** The cluster tests run where Slurm is; only CI, a machine of its own, is given one. */
function ensureSlurm() {
  if (
    succeeds(
      'sh',
      '-c',
      'PATH="$PATH:/usr/sbin" command -v slurmctld >/dev/null && command -v munged >/dev/null',
    )
  )
    return;
  if (process.env.CI && installDebian('slurm-wlm', 'munge')) return;
  console.error('accord: Slurm is not installed, so its tests are left out (Debian: slurm-wlm munge)');
}

function installDebian(...packages) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return false;
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  return (
    succeeds('apt-get', 'update') &&
    succeeds('apt-get', 'install', '-y', '--no-install-recommends', ...packages)
  );
}

try {
  checkNode();
  ensurePackages();
  if (process.argv.includes('--browser')) await ensureBrowser();
  if (process.argv.includes('--slurm')) ensureSlurm();
} catch (error) {
  stop(error.message);
}
