import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { wholeNumber } from '../../input/check-option.js';
import { listen } from '../../serve/listen.js';
import { staticServer } from '../../serve/static-server.js';
import { withExample } from '../../terminal/example.js';
import { interruptible } from '../../terminal/interrupt.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';

export function serveCommand(): Command {
  const command = new Command('serve')
    .description('serve the web app on this machine and print its address')
    .option('--port <n>', 'port; default: 4173 or the next that is free')
    .action(serve);
  return withExample(command, 'accord-sim serve --port 8080');
}

async function serve({ port }: { readonly port?: string }): Promise<void> {
  const wanted = port === undefined ? undefined : wholeNumber('--port', port, 0, 65_535);
  const folder = fileURLToPath(new URL('../ui', import.meta.url));
  if (!existsSync(`${folder}/index.html`)) {
    throw new Error('the web app must be built before it is served: run `npm run build:page`');
  }
  const server = staticServer(folder);
  const address = await listen(server, wanted);
  await interruptible(async (signal) => {
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
    await writeOut(`Accord is at ${address}`); // from here on a reader may stop it
    tell('Stop it with Ctrl-C.');
    await stopped;
    server.close();
    server.closeAllConnections();
  });
}
