/**
 * Keeps the whole page on this device, so that views not opened yet, their workers and the next visit need no connection.
 * Browsers allow it on secure addresses and this machine's own; elsewhere the page works all the same, with a connection.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
}
