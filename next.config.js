/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm test` checks the types of the whole tree; checking them again at every start would double a newcomer's wait.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // The web server answers 413 above one megabyte, and on the one page that takes documents above this.
  experimental: { serverActions: { bodySizeLimit: '21mb' } },
  // What the bundle of the server should load as it stands: native parts, and large data of their own.
  serverExternalPackages: [
    'pg',
    'graphile-worker',
    '@react-pdf/renderer',
    'nodemailer',
    '@aws-sdk/client-s3',
    '@aws-sdk/lib-storage',
  ],
};

export default config;
