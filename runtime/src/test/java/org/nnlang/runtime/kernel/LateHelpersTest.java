package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LateHelpersTest {
    private static final long MILLISECOND = 1_000_000;

    /** How exactly pauses are measured here, in nanoseconds. */
    private static final long STEP = 10_000;

    private long now = 17;
    private final LateHelpers late = new LateHelpers(() -> now);

    @Test
    void areExpectedForTwiceAsLongAsALongWait() {
        assertThat(late.areExpected()).isFalse();
        late.note(1000, 4 * MILLISECOND);
        assertThat(pause()).isBetween(8 * MILLISECOND, 8 * MILLISECOND + STEP);
    }

    @Test
    void areNotExpectedAfterWaitsThatAreShortOrNoLongerThanWhatWasSaved() {
        late.note(1000, 40_000);
        assertThat(late.areExpected()).isFalse();

        late.note(100 * MILLISECOND, 100 * MILLISECOND);
        assertThat(late.areExpected()).isFalse();
    }

    @Test
    void areNotExpectedAnyMoreAfterACallWithoutAWait() {
        late.note(1000, 4 * MILLISECOND);
        late.note(1000, 0);
        assertThat(late.areExpected()).isFalse();
    }

    @Test
    void pausesGrowWhereHelpersCostMoreThanTheySave() {
        long before = 0;
        for (int i = 0; i < 5; i++) {
            save(2 * MILLISECOND);
            late.note(0, 4 * MILLISECOND);
            long pause = pause();
            assertThat(pause).isGreaterThan(before);
            before = pause;
        }
    }

    @Test
    void pausesStayShortWhereHelpersSaveMoreThanTheyCost() {
        for (int i = 0; i < 5; i++) {
            save(5 * MILLISECOND);
            late.note(0, 4 * MILLISECOND);
            assertThat(pause()).isBetween(8 * MILLISECOND, 8 * MILLISECOND + STEP);
        }
    }

    @Test
    void pausesAreShortAgainAfterAWhile() {
        late.note(0, 4 * MILLISECOND);
        late.note(0, 4 * MILLISECOND);
        assertThat(pause()).isGreaterThan(20 * MILLISECOND);
        now += 2000 * MILLISECOND;
        late.note(0, 4 * MILLISECOND);
        assertThat(pause()).isLessThan(10 * MILLISECOND);
    }

    @Test
    void noPauseIsLongerThanASecond() {
        for (int i = 0; i < 5; i++) {
            late.note(0, 10_000 * MILLISECOND);
            assertThat(pause()).isBetween(1000 * MILLISECOND, 1000 * MILLISECOND + STEP);
        }
        save(250 * MILLISECOND);
        late.note(0, 4 * MILLISECOND);
        assertThat(pause()).isLessThan(9 * MILLISECOND);
    }

    private void save(long nanoseconds) {
        for (long saved = 0; saved < nanoseconds; saved += 100_000) {
            late.note(101_000, 1000);
        }
    }

    /** Lets time pass until helpers are asked again. */
    private long pause() {
        long begin = now;
        while (late.areExpected()) {
            now += STEP;
        }
        return now - begin;
    }

    @Test
    void aCallerThatWaitedForAHelperWorksAloneNextTime() {
        WorkerPool pool = new WorkerPool();
        Thread caller = Thread.currentThread();
        CountDownLatch helped = new CountDownLatch(1);
        pool.run(
                (part, thread) -> {
                    if (Thread.currentThread() != caller) {
                        helped.countDown();
                        sleep(300);
                    } else {
                        await(helped);
                    }
                },
                2,
                2);

        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        pool.run((part, thread) -> threads.add(Thread.currentThread()), 64, 2);
        assertThat(threads).containsExactly(caller);
    }

    @Test
    void aCallerWhoseHelperSavedMoreThanItCostIsHelpedNextTime() {
        WorkerPool pool = new WorkerPool();
        CountDownLatch helped = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        pool.run(
                (part, thread) -> {
                    if (Thread.currentThread() != caller) {
                        helped.countDown();
                        await(done);
                        sleep(50);
                    } else {
                        await(helped);
                        sleep(1000);
                        done.countDown();
                    }
                },
                2,
                2);

        CountDownLatch helpedAgain = new CountDownLatch(1);
        pool.run(
                (part, thread) -> {
                    if (Thread.currentThread() != caller) {
                        helpedAgain.countDown();
                    } else {
                        await(helpedAgain);
                    }
                },
                2,
                2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
