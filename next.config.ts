import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

// Readers never meet Next itself: what it renders is stripped and served by src/front, with headers of its own.
const config: NextConfig = {
  poweredByHeader: false,
  compress: false,
  generateEtags: false,
  // Every client gets titles and descriptions in the head, not streamed into the body for scripts to move.
  htmlLimitedBots: /.*/,
  // The optimiser has had remote holes, and would ask for work at a reader's word.
  images: { unoptimized: true },
  // Types are checked by `npm run check` and `npm test`, tests included; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  productionBrowserSourceMaps: false,
  // The front lets no more than 5 MiB through (src/front/request-body.ts), and says so in words.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
};

export default withNextIntl(config);
