/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The web server answers 413 above one megabyte; this is the same limit from within.
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  // What the bundle of the server should load as it stands: native parts, and large data of their own.
  serverExternalPackages: ['pg', 'graphile-worker', '@react-pdf/renderer', 'nodemailer'],
};

export default config;
