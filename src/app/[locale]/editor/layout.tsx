import type { Metadata } from "next";
import type { ReactNode } from "react";

// Each page is made for the editor who asks, with a nonce of its own.
export const dynamic = "force-dynamic";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function EditorLayout({ children }: { children: ReactNode }) {
  return children;
}
