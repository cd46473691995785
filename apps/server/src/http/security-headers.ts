import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What browsers are told: nothing runs, loads or is framed but what is ours; the template's one inline script is known
 * by its hash. Over plain http nothing is said of https: nobody could reach the server then.
 */
export const securityHeaders = (publicUrl: URL, scriptHash: string): RequestHandler => {
  const isSecure = publicUrl.protocol === 'https:';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", scriptHash],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
};
