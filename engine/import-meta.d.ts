/** What the build (vite.config.ts) puts in place of these names. */
interface ImportMetaEnv {
  /** Version of package.json. */
  readonly ACCORD_VERSION: string;
}
