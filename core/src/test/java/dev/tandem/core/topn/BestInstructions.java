package dev.tandem.core.topn;

import java.util.List;

/** Prints what a JVM chooses to rank with, and the places of a small list; run in a process of its own. */
final class BestInstructions {
    private BestInstructions() {}

    public static void main(String[] args) {
        TopItems top = new TopNKernel(ItemFactors.of(new float[] {1, 3, 2}, 1), 2, 0)
                .rank(new float[] {1}, List.of(new int[0]))
                .get(0);
        System.out.println(Instructions.best() + " " + top.item(0) + " " + top.item(1));
    }
}
