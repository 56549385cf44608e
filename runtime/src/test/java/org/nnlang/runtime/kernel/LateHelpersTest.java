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
    private static final long SECOND = 1_000_000_000;

    @Test
    void areExpectedAfterALongWait() {
        LateHelpers late = new LateHelpers();
        assertThat(late.areExpected()).isFalse();

        late.note(1000, 10 * SECOND);
        assertThat(late.areExpected()).isTrue();

        late.note(1000, 500);
        assertThat(late.areExpected()).isFalse();
    }

    @Test
    void areNotExpectedAfterWaitsThatAreShortOrNoLongerThanTheWork() {
        LateHelpers late = new LateHelpers();
        late.note(1000, 40_000);
        assertThat(late.areExpected()).isFalse();

        late.note(10 * SECOND, 9 * SECOND);
        assertThat(late.areExpected()).isFalse();
    }

    @Test
    void theyAreAskedAgainAfterAWhile() throws InterruptedException {
        LateHelpers late = new LateHelpers();
        late.note(1000, SECOND / 5);
        assertThat(late.areExpected()).isTrue();
        Thread.sleep(800);
        assertThat(late.areExpected()).isFalse();
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
