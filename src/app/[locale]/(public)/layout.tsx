import type { ReactNode } from "react";

// The publisher asks for each page when it is to be made, so nothing is rendered during the build or kept by Next.
export const dynamic = "force-dynamic";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
