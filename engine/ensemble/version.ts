/** Version of the package, put in by the build. */
export const version: string = import.meta.env.ACCORD_VERSION;
