/** What the build (vite.config.ts) puts in place of these names. */
interface ImportMetaEnv {
  /** Version of package.json. */
  readonly ACCORD_VERSION: string;
  /** Commit of the checkout, with -dirty where a file differs from it; null without a checkout or git. */
  readonly ACCORD_COMMIT: string | null;
}
