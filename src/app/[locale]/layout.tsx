import "../globals.css";
import type { ReactNode } from "react";
import { currentLanguage } from "#i18n/current-language.ts";

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await currentLanguage()}>
      <body>{children}</body>
    </html>
  );
}
