// Installs what is missing: the packages; with --browser a Chrome or Chromium; with --slurm, in CI, a Slurm for its tests.
// Plain Node and no package, as it runs before there are any.
import { execFileSync } from 'node:child_process';
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
  if (!succeeds('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund')) {
    stop('the packages could not be installed: npm says why above; it needs a package registry it can reach');
  }
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
