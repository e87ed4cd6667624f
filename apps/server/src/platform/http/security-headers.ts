/** Nothing runs or loads that the program did not serve itself; the styles of the dashboard are made in the browser, so inline styles must be let through, scripts never. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
  "frame-src 'self' blob:", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'", "object-src 'none'",
].join('; ');

/** The same for a page of ours whose addresses are relative to its <base>. */
export const POLICY_WITH_BASE = CONTENT_SECURITY_POLICY.replace("base-uri 'none'", "base-uri 'self'");

/** @param https whether the club's address is https: then browsers are told to stay there */
export const securityHeaders = (https: boolean): Record<string, string> => ({
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});
