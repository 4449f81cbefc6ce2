import "@testing-library/jest-dom/vitest";
import { configure } from "@testing-library/react";

// These machines may be busy.
configure({ asyncUtilTimeout: 15_000 });
