-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "about" TEXT;
