/** Version of the package, put in by the build. */
export const version: string = import.meta.env.ACCORD_VERSION;

/** Commit of the checkout that it was built in, with -dirty where files differed from it; null elsewhere. */
export const commit: string | null = import.meta.env.ACCORD_COMMIT;
