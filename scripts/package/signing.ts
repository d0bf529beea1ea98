/** What electron-builder needs to sign a package on this system. */
export interface Signing {
  /** Variables to add to electron-builder's environment. */
  variables: Record<string, string>;
  /** Variables to take out of it: electron-builder reads an empty one as the path of a certificate. */
  without: readonly string[];
  /** Options of electron-builder. */
  args: readonly string[];
  /** Text of Apple's key for notarising, which must be in a file of its own. Its path goes into `APPLE_API_KEY`. */
  appleKey: string | null;
}

const signingNames = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];

/**
 * How to sign with the secrets in `env`, which a workflow passes on whether they are set or not: `MAC_CERTIFICATE` and
 * `WINDOWS_CERTIFICATE` (base64 or a path) with `…_PASSWORD`, and `APPLE_API_KEY` (text or a path) with `APPLE_API_KEY_ID` and
 * `APPLE_API_ISSUER`. `CSC_LINK` and the like of a person's own environment are left as they are.
 */
export function signingOf(platform: NodeJS.Platform, env: Record<string, string | undefined>): Signing {
  const prefix = platform === 'darwin' ? 'MAC' : platform === 'win32' ? 'WINDOWS' : null;
  const certificate = prefix && env[`${prefix}_CERTIFICATE`];
  const password = prefix && env[`${prefix}_CERTIFICATE_PASSWORD`];
  const isSigned = Boolean(certificate || env.CSC_LINK || env.CSC_NAME);
  const key = platform === 'darwin' && isSigned ? (env.APPLE_API_KEY ?? '') : '';
  return {
    variables: {
      ...(certificate ? { CSC_LINK: certificate } : {}),
      ...(certificate && password ? { CSC_KEY_PASSWORD: password } : {}),
    },
    // Notarising without all three ends the build, and so does notarising what is not signed.
    without: signingNames.filter((name) => !env[name] || (name.startsWith('APPLE_') && !canNotarise(env, isSigned, platform))),
    // Flipping the fuses breaks the signature that Electron came with, and Apple Silicon starts no program without one. The
    // hardened runtime would refuse Electron's frameworks, whose signature is another.
    args: platform === 'darwin' && !isSigned ? ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false'] : [],
    appleKey: canNotarise(env, isSigned, platform) && key.includes('-----BEGIN') ? key : null,
  };
}

const canNotarise = (env: Record<string, string | undefined>, isSigned: boolean, platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && isSigned && Boolean(env.APPLE_API_KEY && env.APPLE_API_KEY_ID && env.APPLE_API_ISSUER);
